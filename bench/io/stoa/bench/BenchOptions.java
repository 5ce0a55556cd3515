package io.stoa.bench;

import io.stoa.shared.Command;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What to measure and for how long. */
record BenchOptions(
        String name,
        boolean json,
        boolean tenMillion,
        int seconds,
        int warmUp,
        int rounds,
        int kills,
        int orders,
        String keep,
        long seed,
        List<Integer> buyers,
        List<String> parts) {

    static final String USAGE = """
            ./stoa bench NAME [options]

              orders         how many orders a second, compared with the same facts written by hand
              availability   reading the stock of an article at 23, 500 and 5,000 places
              routing        where an order comes from, among 1,565 stores: how fast, in how many parcels, from how far
              promotions     what promotions add to the price of a cart of 3, 20 and 100 lines
              search         finding among 30,000 articles: while one types, misspelt, with facets
              propagation    from a sale at a till to a page that is open elsewhere
              growth         what an order costs after ten thousand and a million others
              lists          every list of the back office at a million orders, and an edit of 30,000 articles
              pages          what a first view of the shop weighs and takes in a browser made slow
              start          from the start of the process until the doors are open, and the memory it takes
              crash          sells while Stoa and PostgreSQL are killed again and again

              --seconds N    how long each part is measured (6), after --warm-up N seconds (3)
              --rounds N     how often each part is measured (2); the median counts
              --buyers N,N   how many buy at once (1,8,32,128)
              --parts A,B    orders only: raw, interactive, place, place-paid, http, purchase
              --kills N      crash only (30)
              --orders N     lists only: how many orders there are (1,000,000)
              --keep FOLDER  lists only: filled at first and kept, so that it can be measured again
              --ten-million  growth only: also after ten million orders; takes about 30 GB
              --seed N       repeats the order of parts and the moments of kills
              --json         ends with one line of JSON
            """;

    private static final List<String> FLAGS = List.of("--json", "--ten-million");
    private static final List<String> WITH_VALUE = List.of(
            "--seconds", "--warm-up", "--rounds", "--buyers", "--parts", "--kills", "--orders", "--keep", "--seed");

    static BenchOptions read(List<String> words) {
        if (words.isEmpty() || words.getFirst().startsWith("-")) {
            throw new Command.Misuse(USAGE);
        }
        var named = named(words.subList(1, words.size()));
        return new BenchOptions(
                words.getFirst(),
                named.containsKey("--json"),
                named.containsKey("--ten-million"),
                number(named, "--seconds", 6),
                number(named, "--warm-up", 3),
                number(named, "--rounds", 2),
                number(named, "--kills", 30),
                number(named, "--orders", 1_000_000),
                named.getOrDefault("--keep", ""),
                named.containsKey("--seed") ? number(named, "--seed", 0) : System.nanoTime() % 1_000_000,
                list(named, "--buyers", "1,8,32,128").stream()
                        .map(Integer::valueOf)
                        .toList(),
                list(named, "--parts", "raw,interactive,place,place-paid,http,purchase"));
    }

    private static Map<String, String> named(List<String> words) {
        var named = new HashMap<String, String>();
        var left = words.iterator();
        while (left.hasNext()) {
            var word = left.next();
            var equals = word.indexOf('=');
            var name = equals < 0 ? word : word.substring(0, equals);
            if (FLAGS.contains(word)) {
                named.put(word, "");
            } else if (WITH_VALUE.contains(name) && (equals >= 0 || left.hasNext())) {
                named.put(name, equals < 0 ? left.next() : word.substring(equals + 1));
            } else {
                throw new Command.Misuse("What is " + word + "?\n\n" + USAGE);
            }
        }
        return named;
    }

    private static int number(Map<String, String> named, String name, int standard) {
        try {
            return Integer.parseInt(named.getOrDefault(name, Integer.toString(standard)));
        } catch (NumberFormatException none) {
            throw new Command.Misuse(name + " takes a number.");
        }
    }

    private static List<String> list(Map<String, String> named, String name, String standard) {
        return Arrays.asList(named.getOrDefault(name, standard).split(","));
    }
}
