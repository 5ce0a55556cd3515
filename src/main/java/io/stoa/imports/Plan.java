package io.stoa.imports;

import io.stoa.feeds.Feed;
import io.stoa.feeds.FeedProblem;
import io.stoa.feeds.Mapping;
import io.stoa.feeds.Source;
import io.stoa.feeds.Source.SourceFile;
import io.stoa.pricing.PriceList;
import io.stoa.pricing.PriceListId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which file is read as what, in the order of the mapping. */
final class Plan {

    private final Mapping mapping;
    private final List<Part> parts = new ArrayList<>();

    /** One file read in one way. */
    record Part(Feed feed, SourceFile file) {}

    /** Refuses a source that lacks a file, and a file that lacks a column. */
    Plan(Mapping mapping, Source source) {
        this.mapping = mapping;
        for (var feed : mapping.feeds()) {
            if (!feed.rows().isEmpty()) {
                add(feed, Source.constants(feed));
                continue;
            }
            var files = source.files().stream()
                    .filter(file -> feed.accepts(file.name()))
                    .toList();
            if (files.isEmpty()) {
                throw new FeedProblem("There is no file " + feed.file() + " (or packed as .gz) among "
                        + source.files().stream()
                                .limit(20)
                                .map(SourceFile::name)
                                .toList());
            }
            files.forEach(file -> add(feed, file));
        }
    }

    /** Tells these files with this mapping from all others. */
    String fingerprint() {
        var files = parts.stream().map(Part::file).distinct().map(file -> file.name() + " " + file.digest());
        return Stream.concat(Stream.of(String.valueOf(mapping.digest())), files).collect(Collectors.joining("\n"));
    }

    List<Step> steps(Shop shop, KnownTable known, StageTable stage, Imports.Judge judge) {
        var steps = new ArrayList<Step>();
        for (var part : parts) {
            steps.add(new FileStep<>(part.feed, part.file, facts(part.feed, shop, known, stage), judge));
        }
        if (parts.stream().anyMatch(part -> part.feed.as().equals("order-lines"))) {
            if (Boolean.parseBoolean(mapping.settings().get("matchReturns"))) {
                steps.add(new ReturnsStep());
            }
            steps.add(new HistoryStep(shop, mapping.source()));
        }
        return steps;
    }

    private void add(Feed feed, SourceFile file) {
        FileStep.check(feed, file);
        parts.add(new Part(feed, file));
    }

    private Facts<?> facts(Feed feed, Shop shop, KnownTable known, StageTable stage) {
        return switch (feed.as()) {
            case "locations" -> new LocationFacts(shop);
            case "stock" -> new StockFacts(shop, mapping.source());
            case "products" -> new ProductFacts(shop, priceList());
            case "taxes" -> new TaxFacts(shop);
            case "customers" -> new CustomerFacts(shop, known, mapping.source());
            case "lookup" -> new LookupFacts();
            case "orders" -> new HeadFacts(stage);
            case "order-lines" -> new LineFacts(stage, feed.keepCopies());
            default ->
                throw new FeedProblem("'as: " + feed.as() + "' is unknown; it is one of locations, products,"
                        + " stock, taxes, customers, lookup, orders, order-lines");
        };
    }

    private PriceList priceList() {
        try {
            var currency = Currency.getInstance(setting("currency"));
            var taxIncluded = Boolean.parseBoolean(mapping.settings().get("taxIncluded"));
            return PriceList.always(new PriceListId(setting("prices")), currency, null, taxIncluded);
        } catch (IllegalArgumentException wrong) {
            throw new FeedProblem("The mapping's settings name no price list and currency: " + wrong.getMessage());
        }
    }

    private String setting(String name) {
        var value = mapping.settings().get(name);
        if (value == null) {
            throw new FeedProblem("The mapping needs the setting " + name);
        }
        return value;
    }
}
