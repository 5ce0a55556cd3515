package io.stoa.cli;

import static io.stoa.database.Finding.fine;
import static io.stoa.database.Finding.warning;
import static io.stoa.database.Finding.wrong;

import io.stoa.database.Checkup;
import io.stoa.database.DatabaseCheckup;
import io.stoa.database.Finding;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.springframework.context.ConfigurableApplicationContext;

/** Looks at the machine, the database and the data, changes nothing, and says what it saw. */
final class Doctor {

    private static final long GIGABYTE = 1 << 30;

    private Doctor() {}

    static int run(House house) throws IOException {
        house.options().noMore();
        var report = new Report();
        report.print("machine", machine(house.options()));
        if (house.isNew()) {
            report.print("database", List.of(warning("none yet: ./stoa demo or ./stoa serve makes one")));
        } else {
            examine(house, report);
        }
        return report.conclude();
    }

    /** Runs every check-up of the data, as a restore does as well. */
    static void examine(House house, Report report) {
        try (var context = house.asleep()) {
            var database = context.getBean(DatabaseCheckup.class);
            report.print("database", database.settings());
            var schema = database.schema();
            report.print("schema", List.of(schema));
            if (schema.grade() == Finding.Grade.FINE) {
                checkups(context, report);
            }
        }
    }

    private static void checkups(ConfigurableApplicationContext context, Report report) {
        context.getBeanProvider(Checkup.class)
                .orderedStream()
                .forEach(checkup -> report.print(checkup.name(), run(checkup)));
    }

    private static List<Finding> run(Checkup checkup) {
        try {
            var findings = checkup.run();
            return findings.isEmpty() ? List.of(wrong("Nothing was checked.")) : findings;
        } catch (RuntimeException failure) {
            return List.of(wrong("The check itself failed: " + failure.getMessage()));
        }
    }

    private static List<Finding> machine(Options options) throws IOException {
        var findings = new ArrayList<Finding>();
        findings.add(fine("Java " + Runtime.version() + ", " + System.getProperty("java.vendor")));
        var cores = Runtime.getRuntime().availableProcessors();
        findings.add(cores > 1 ? fine(cores + " cores") : warning("1 core: the database and Stoa share it."));
        findings.add(fine(Runtime.getRuntime().maxMemory() / (1 << 20) + " MB of memory for Stoa"));
        var free = Files.getFileStore(existing(options.home())).getUsableSpace();
        var disk = String.format("%.1f GB free in %s", (double) free / GIGABYTE, options.home());
        findings.add(free < GIGABYTE ? wrong(disk + ": make room.") : fine(disk));
        findings.add(port(options.port()));
        return findings;
    }

    private static Path existing(Path home) {
        var place = home;
        while (Files.notExists(place) && place.getParent() != null) {
            place = place.getParent();
        }
        return place;
    }

    private static Finding port(int port) {
        try (var probe = ServerSocketChannel.open()) {
            probe.bind(new InetSocketAddress(port));
            return fine("port " + port + " is free");
        } catch (IOException taken) {
            return warning("port " + port + " is taken; fine when that is Stoa itself");
        }
    }
}
