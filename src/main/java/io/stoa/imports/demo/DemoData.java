package io.stoa.imports.demo;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.stoa.feeds.Source;
import io.stoa.imports.ImportRequest;
import io.stoa.imports.Imports;
import io.stoa.imports.account.Progress;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * The open data that travels with Stoa: the shop of Oracle's sample schema Customer Orders (MIT), with stores, stock,
 * products that a till can scan, customers and past orders.
 */
@Component
public class DemoData {

    private static final String PROFILE = "oracle-customer-orders";
    private static final List<String> FILES = List.of(
            "customers.csv",
            "inventory.csv",
            "order_items.csv",
            "orders.csv",
            "products.csv",
            "shipments.csv",
            "stores.csv");

    private final Imports imports;
    private final DemoPostcodes postcodes;
    private final DemoSynonyms synonyms;
    private final DemoPromotions promotions;
    private final DemoBins bins;

    DemoData(Imports imports, DemoPostcodes postcodes, DemoSynonyms synonyms, DemoPromotions promotions, DemoBins bins) {
        this.bins = bins;
        this.imports = imports;
        this.postcodes = postcodes;
        this.synonyms = synonyms;
        this.promotions = promotions;
    }

    /** Makes sure that the demo's shop is there; answers whether it had to be made, which takes some seconds. */
    @CanIgnoreReturnValue
    public boolean load() {
        postcodes.load();
        var mapping = Imports.mapping(PROFILE);
        try (var source = Source.resources("demo/" + PROFILE, FILES)) {
            if (imports.done(mapping, source)) {
                return false;
            }
            synonyms.load();
            var rejects = Files.createTempDirectory("stoa-demo").resolve("rejected.csv");
            var request = new ImportRequest(PROFILE, Path.of("demo"), null, rejects, false);
            var quiet = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
            var report = imports.run(request, mapping, source, new Progress(quiet, false));
            if (!report.agrees() || report.rejected() > 0) {
                throw new IllegalStateException("The demo data is broken: " + report);
            }
            promotions.load();
            bins.load();
            return true;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
