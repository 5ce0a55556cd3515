package io.stoa.cli;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.FileAppender;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where the log of commands goes that start no application, which would bring its own: nowhere, or into the home's file. */
final class LogFile {

    private LogFile() {}

    /** The terminal is for answers. */
    static void silence() {
        root().detachAndStopAllAppenders();
    }

    /** From now on into the file, unless the application logs there already. */
    static void open(Path file) {
        if (root().iteratorForAppenders().hasNext()) {
            return;
        }
        var layout = new PatternLayoutEncoder();
        layout.setContext(root().getLoggerContext());
        layout.setPattern("%d{yyyy-MM-dd'T'HH:mm:ss.SSSXXX} %5p --- [%t] %logger : %m%n");
        layout.start();
        var appender = new FileAppender<ILoggingEvent>();
        appender.setContext(root().getLoggerContext());
        appender.setFile(file.toString());
        appender.setEncoder(layout);
        appender.start();
        root().addAppender(appender);
    }

    /** In place of the listener that prints every trouble of the log with its stack trace. */
    static void complainBriefly(Path home, Path file) {
        var status = root().getLoggerContext().getStatusManager();
        status.getCopyOfStatusListenerList().forEach(status::remove);
        var added = status.add(new LogComplaint(home, file));
        assert added;
    }

    private static ch.qos.logback.classic.Logger root() {
        return ((LoggerContext) LoggerFactory.getILoggerFactory()).getLogger(Logger.ROOT_LOGGER_NAME);
    }
}
