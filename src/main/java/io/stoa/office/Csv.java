package io.stoa.office;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Lines of comma-separated values (RFC 4180) that a spreadsheet never takes for a formula. */
public final class Csv {

    /** By it a spreadsheet knows that a file is UTF-8. */
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private Csv() {}

    /** Begins a file to keep, with the names of its columns; the caller writes the lines and closes it. */
    public static PrintWriter file(HttpServletResponse response, String name, Object... columns) throws IOException {
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"" + name + "\"");
        var out = response.getWriter();
        out.write(BYTE_ORDER_MARK + line(columns));
        return out;
    }

    /** With its end. */
    public static String line(Object... values) {
        return Arrays.stream(values).map(value -> quoted(value.toString())).collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String quoted(String value) {
        var safe = !value.isEmpty() && "=+@\t\r".indexOf(value.charAt(0)) >= 0 ? "'" + value : value;
        return safe.matches("[^\",\r\n]*") ? safe : '"' + safe.replace("\"", "\"\"") + '"';
    }
}
