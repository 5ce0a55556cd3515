package io.stoa.imports;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/**
 * The real lines of a web shop's invoices, or a part of them that has all there is in the whole: every customer that is taken
 * is taken with all that they ever bought and gave back, and whatever is no plain sale of goods is taken in any case.
 *
 * @param worth quantity times price of all lines, added up here and not by what is tested
 */
record OnlineRetail(Path folder, long rows, BigDecimal worth) {

    private static final String FILE = "online-retail-2010-12_2011-09.csv";
    private static final Pattern LINE = Pattern.compile("([^,]*),([^,]*),.*,(-?[0-9]+),([^,]*),([^,]*),([^,]*),([^,]*)");
    private static final Pattern GOODS = Pattern.compile("[0-9]{5}.*");

    /** Takes one customer of so many, and of guests one invoice of so many. */
    static OnlineRetail take(Path real, Path into, int oneOf) throws IOException {
        long rows = 0;
        var worth = BigDecimal.ZERO;
        try (var lines = open(real.resolve(FILE + ".gz"));
                var part = Files.newBufferedWriter(into.resolve(FILE))) {
            part.write(lines.readLine() + "\n");
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                var field = LINE.matcher(line);
                if (!field.matches()) {
                    throw new IllegalStateException("Not an invoice's line: " + line);
                }
                var price = new BigDecimal(field.group(5));
                var who = field.group(6).isEmpty() ? field.group(1) : field.group(6);
                var odd = price.signum() <= 0 || !GOODS.matcher(field.group(2)).matches();
                if (odd || Math.floorMod(who.hashCode(), oneOf) == 0) {
                    part.write(line + "\n");
                    rows++;
                    worth = worth.add(price.multiply(new BigDecimal(field.group(3))));
                }
            }
        }
        return new OnlineRetail(into, rows, worth);
    }

    private static BufferedReader open(Path packed) throws IOException {
        return new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(packed)), StandardCharsets.UTF_8));
    }
}
