package io.stoa.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.stoa.TestDatabase;
import io.stoa.database.Backup;
import io.stoa.database.DatabaseAddress;
import io.stoa.database.OldDatabase;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever goes wrong is one line that says what to do; whatever goes well says so. */
class CommandLineTest {

    @TempDir
    Path folder;

    @Test
    void aWordThatIsNoCommandIsRefusedAtOnce() throws Exception {
        assertRefused(2, "There is no command sell. See ./stoa --help.", "sell");
        assertRefused(2, "What is --fast? See ./stoa --help.", "doctor", "--fast");
        assertRefused(2, "--port must be a number from 0 to 65535, not many.", "serve", "--port", "many");
    }

    @Test
    void helpOfTheProgramAndOfTheLauncherAreTheSame() throws Exception {
        var help = terminal().stoa("--help");
        assertThat(help.code()).isZero();
        assertThat(help.out())
                .startsWith("./stoa COMMAND [options]")
                .contains("demo", "serve", "import", "backup", "restore", "doctor", "bench", "test");
        assertThat(terminal().run(List.of("bash", "stoa", "--help")).out()).isEqualTo(help.out());
    }

    @Test
    void aTakenPortIsSaidBeforeAnythingIsStarted() throws Exception {
        try (var taken = new ServerSocket(0, 1)) {
            int port = taken.getLocalPort();
            assertRefused(
                    2,
                    "Port " + port + " is taken: stop what uses it, or choose another with --port " + (port + 1) + ".",
                    "serve",
                    "--port=" + port);
        }
    }

    @Test
    void anImportThatCannotBeginSaysWhyBeforeAnythingIsStarted() throws Exception {
        assertRefused(
                2,
                "The profile amazon is unknown; there are oracle-customer-orders, uci-online-retail, contoso-electronics, generic",
                "import",
                "amazon",
                folder.toString());
        assertRefused(2, "There is no " + folder.resolve("x"), "import", "oracle-co", folder.resolve("x").toString());
        assertThat(terminal().stoa("import").err()).startsWith("./stoa import PROFILE FOLDER|ZIP|CSV");
    }

    @Test
    void aDatabaseThatDoesNotAnswerIsSaidWithWhatToCheck() throws Exception {
        var said = new Terminal(home(), Map.of("STOA_DATABASE_URL", "postgres://u:p@127.0.0.1:1/db"))
                .stoa("backup", folder.resolve("b").toString());

        assertThat(said.code()).isEqualTo(1);
        assertThat(said.out()).isEmpty();
        assertThat(said.err())
                .isEqualTo("The database cannot be reached: Connection to 127.0.0.1:1 refused. Check STOA_DATABASE_URL.\n");
    }

    @Test
    void aDatabaseThatIsNotThereIsSaidWithItsName() throws Exception {
        var nowhere = url(TestDatabase.migrated()).replaceFirst("/[^/]+$", "/nowhere");
        var said = new Terminal(home(), Map.of("STOA_DATABASE_URL", nowhere)).stoa("doctor");

        assertThat(said.code()).isEqualTo(1);
        assertThat(said.err().lines())
                .singleElement()
                .asString()
                .endsWith("cannot be reached: database \"nowhere\" does not exist. Check STOA_DATABASE_URL.");
        assertThat(home()).as("nothing was started").doesNotExist();
    }

    @Test
    void theDoctorMakesNothingInAHomeThatIsNotThereYet() throws Exception {
        var said = terminal().stoa("doctor", "--port=0");

        assertThat(said.code()).as(said.out() + said.err()).isZero();
        assertThat(said.out()).contains("database       look  none yet: ./stoa demo or ./stoa serve makes one");
        assertThat(home()).doesNotExist();
    }

    @Test
    void aBackupThatCannotBeWrittenOrReadIsSaidInOneLine() throws Exception {
        var database = Map.of("STOA_DATABASE_URL", url(TestDatabase.migrated()));
        var nowhere = folder.resolve("nowhere");
        var said = new Terminal(home(), database).stoa("backup", nowhere.resolve("b").toString());

        assertThat(said.code()).isEqualTo(1);
        assertThat(said.out()).isEmpty();
        assertThat(said.err()).isEqualTo("There is no file or folder " + nowhere + ": check the name.\n");
        assertRefused(2, "There is no file " + nowhere + ".", "restore", nowhere.toString());
    }

    /** Both commands print their answers and nothing else, neither logs nor stack traces. */
    @Test
    void aBackupIsRestoredIntoANewHomeAndTheVerdictOfAllChecksIsSaidLast() throws Exception {
        var file = folder.resolve("backup.stoa");
        var backup = new Terminal(home(), Map.of("STOA_DATABASE_URL", url(TestDatabase.migrated())))
                .stoa("backup", file.toString());
        assertThat(backup.out().lines()).singleElement().asString().contains(file.toString(), "checksums included");

        var restored = terminal().stoa("restore", file.toString());

        assertThat(restored.code()).as(restored.out() + restored.err()).isZero();
        assertThat(restored.err()).isEmpty();
        assertThat(restored.out()).contains("stock rows compared with movements and holds", " 0 wrong\n");
        assertThat(restored.out().lines().toList())
                .noneMatch(line -> line.contains("INFO"))
                .last()
                .isEqualTo("Restored into " + home() + ": every counter agrees with what it counts.");
        assertThat(terminal().stoa("restore", file.toString()).err())
                .endsWith("restore into a new home, with --home DIR, or into an empty database.\n");
    }

    @Test
    void aBackupOfAnOlderStoaIsBroughtUpToDateAndChecked() throws Exception {
        var shop = inAnEmptyDatabase();
        var restored = shop.stoa("restore", backupOf(OldDatabase.withShelf(5, 5)));

        assertThat(restored.code()).as(restored.out() + restored.err()).isZero();
        assertThat(restored.err()).isEmpty();
        assertThat(restored.out())
                .contains("1 stock rows compared with movements and holds")
                .endsWith("Restored into the database of STOA_DATABASE_URL: every counter agrees with what it counts.\n");
        assertThat(shop.stoa("doctor", "--port=0").out()).contains(" 0 wrong").doesNotContain("older");
    }

    @Test
    void whatDoesNotAddUpInABackupOfAnOlderStoaIsSaid() throws Exception {
        var restored = inAnEmptyDatabase().stoa("restore", backupOf(OldDatabase.withShelf(5, 4)));

        assertThat(restored.code()).isEqualTo(1);
        assertThat(restored.out())
                .contains("of MUG at leeds: it is 5 and should be 4")
                .endsWith("what is WRONG above does not agree: do not sell from it.\n");
    }

    private Terminal inAnEmptyDatabase() {
        return new Terminal(home(), Map.of("STOA_DATABASE_URL", url(TestDatabase.create())));
    }

    private String backupOf(String database) throws Exception {
        var file = folder.resolve("old.stoa");
        assertThat(Backup.write(DatabaseAddress.parse(database), file).rows()).isPositive();
        return file.toString();
    }

    @Test
    void anImportThatIsOnlyTriedLeavesNothingBehind() throws Exception {
        var tried = terminal().stoa(invoices("--dry-run"));

        assertThat(tried.code()).as(tried.out() + tried.err()).isZero();
        assertThat(tried.out()).endsWith("Checked; nothing was written.\n").doesNotContain("password");
        assertThat(tried.err()).isEmpty();
        assertThat(home()).doesNotExist();
    }

    @Test
    void theSameImportAgainSaysThatNothingIsNew() throws Exception {
        var shop = new Terminal(home(), Map.of("STOA_DATABASE_URL", url(TestDatabase.migrated())));
        assertThat(shop.stoa(invoices()).out()).endsWith("Imported.\n");

        assertThat(shop.stoa(invoices()).out()).isEqualTo("Nothing new: all 3 lines were there already.\n");
    }

    /** Three lines of invoices, and the words that import them. */
    private String[] invoices(String... more) throws IOException {
        Files.writeString(folder.resolve("online-retail-1.csv"), """
                InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country
                536365,85123A,HEART,6,2010-12-01 08:26:00,1.5,17850.0,United Kingdom
                536365,71053,LANTERN,6,2010-12-01 08:26:00,1.5,17850.0,United Kingdom
                536366,71053,LANTERN,1,2010-12-01 08:28:00,1.5,,United Kingdom
                """);
        var rejects = folder.resolve("rejects.csv").toString();
        return Stream.concat(Stream.of("import", "uci", folder.toString(), "--rejects", rejects), Stream.of(more))
                .toArray(String[]::new);
    }

    @Test
    void aDatabaseOfANewerStoaIsLeftAlone() throws Exception {
        var database = url(TestDatabase.migrated());
        execute(database, """
                INSERT INTO public.flyway_schema_history_orders
                    (installed_rank, version, description, type, script, installed_by, execution_time, success)
                VALUES (999, '999', 'from the future', 'SQL', 'V999__future.sql', 'test', 1, true)
                """);
        var said = new Terminal(home(), Map.of("STOA_DATABASE_URL", database)).stoa("serve", "--port=0");

        assertThat(said.code()).isEqualTo(1);
        assertThat(said.err()).contains("The database is of a newer Stoa (orders version 999", "start the newer program.");
        assertThat(said.err().lines()).hasSize(1);
        assertThat(home()).as("nothing was started").doesNotExist();
    }

    private void assertRefused(int code, String line, String... words) throws IOException, InterruptedException {
        var said = terminal().stoa(words);
        assertThat(said.err()).isEqualTo(line + "\n");
        assertThat(said.out()).isEmpty();
        assertThat(said.code()).isEqualTo(code);
        assertThat(home()).as("nothing was started").doesNotExist();
    }

    private Terminal terminal() {
        return Terminal.in(home());
    }

    private Path home() {
        return folder.resolve("home");
    }

    private static void execute(String database, String sql) throws SQLException {
        try (var connection = DatabaseAddress.parse(database).connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** As somebody writes it into the environment. */
    private static String url(String jdbc) {
        return jdbc.replaceFirst("jdbc:postgresql://([^?]+)\\?user=([^&]+)&password=(.+)", "postgres://$2:$3@$1");
    }
}
