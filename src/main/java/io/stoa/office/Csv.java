package io.stoa.office;

import java.util.Arrays;
import java.util.stream.Collectors;

/** Lines of comma-separated values (RFC 4180) that a spreadsheet never takes for a formula. */
public final class Csv {

    private Csv() {}

    /** With its end. */
    public static String line(Object... values) {
        return Arrays.stream(values).map(value -> quoted(value.toString())).collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String quoted(String value) {
        var safe = !value.isEmpty() && "=+@\t\r".indexOf(value.charAt(0)) >= 0 ? "'" + value : value;
        return safe.matches("[^\",\r\n]*") ? safe : '"' + safe.replace("\"", "\"\"") + '"';
    }
}
