package io.stoa.cli;

import io.stoa.database.Backup;
import io.stoa.database.DatabaseServer;
import io.stoa.database.Migrations;
import io.stoa.database.Restore;
import io.stoa.shared.Command;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;

/** Backup into one file, and the way back. */
final class Safekeeping {

    private Safekeeping() {}

    static int backup(Options options) throws IOException, SQLException {
        var file = Path.of(options.file("./stoa backup FILE"));
        try (var server = DatabaseServer.open(options.databaseUrl(), options.home())) {
            var manifest = Backup.write(server.address(), file);
            System.out.printf(
                    "%s: %,d rows of %d tables, %,d bytes, checksums included%n",
                    file, manifest.rows(), manifest.tables().size(), Files.size(file));
        }
        return 0;
    }

    /** Restores, then runs every check-up on what came out of it. */
    static int restore(House house) throws IOException, SQLException {
        var options = house.options();
        var file = Path.of(options.file("./stoa restore FILE --home DIR"));
        if (!Files.isRegularFile(file)) {
            throw new Command.Misuse("There is no file " + file + ".");
        }
        var place = options.databaseUrl().isEmpty() ? options.home().toString() : "the database of STOA_DATABASE_URL";
        try (var server = DatabaseServer.open(options.databaseUrl(), options.home())) {
            var manifest = Restore.read(file, server.address());
            Migrations.apply(server.address());
            System.out.printf(
                    "%,d rows of %d tables, as of %s%n",
                    manifest.rows(), manifest.tables().size(), manifest.at());
        }
        var report = new Report();
        Doctor.examine(house, report);
        var code = report.conclude();
        System.out.println(code == 0
                ? "Restored into " + place + ": every counter agrees with what it counts."
                : "Restored into " + place + ", but what is WRONG above does not agree: do not sell from it.");
        return code;
    }
}
