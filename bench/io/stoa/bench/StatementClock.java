package io.stoa.bench;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Remembers each statement that a page sends, with its values filled in, and how long PostgreSQL took to answer it. What works in
 * the background besides is not remembered.
 */
final class StatementClock {

    private static final String WRAPPED = " wrapping ";

    private final Queue<Sent> sent = new ConcurrentLinkedQueue<>();

    /** A statement as it was written, and as PostgreSQL could be asked to explain it. */
    public record Sent(String sql, String filled, double millis) {}

    /** What was sent since this was asked last. */
    List<Sent> take() {
        var taken = List.copyOf(sent);
        sent.clear();
        return taken;
    }

    Connection on(Connection connection) {
        return proxy(Connection.class, (method, arguments) -> {
            var result = method.invoke(connection, arguments);
            return result instanceof PreparedStatement statement
                            && arguments != null
                            && arguments[0] instanceof String sql
                    ? timed(statement, sql)
                    : result;
        });
    }

    private PreparedStatement timed(PreparedStatement statement, String sql) {
        return proxy(PreparedStatement.class, (method, arguments) -> {
            if (!method.getName().startsWith("execute") || !forPage()) {
                return method.invoke(statement, arguments);
            }
            var text = statement.toString();
            int start = text.indexOf(WRAPPED);
            long began = System.nanoTime();
            var result = method.invoke(statement, arguments);
            sent.add(new Sent(
                    sql,
                    start < 0 ? text : text.substring(start + WRAPPED.length()),
                    (System.nanoTime() - began) / 1e6));
            return result;
        });
    }

    private static boolean forPage() {
        return Thread.currentThread().getName().startsWith("tomcat");
    }

    private interface Call {
        Object to(java.lang.reflect.Method method, Object[] arguments)
                throws IllegalAccessException, InvocationTargetException;
    }

    private static <T> T proxy(Class<T> type, Call call) {
        return type.cast(Proxy.newProxyInstance(
                StatementClock.class.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    try {
                        return call.to(method, arguments);
                    } catch (InvocationTargetException failure) {
                        throw failure.getCause() == null ? failure : failure.getCause();
                    }
                }));
    }
}
