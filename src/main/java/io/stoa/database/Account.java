package io.stoa.database;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Under which account PostgreSQL runs, for it refuses root. An ordinary user runs it directly. Root goes through
 * {@code unshare -U}, a user namespace in which it is nobody while the files stay root's; where containers forbid that,
 * through {@code setpriv} as an unprivileged user to whom the folder is given.
 */
record Account(List<String> prefix, @Nullable Integer uid) {

    private static final Account SELF = new Account(List.of(), null);
    private static final Account NAMESPACE = new Account(List.of("unshare", "-U"), null);

    /** The account for a folder: that of its owner when there is data already, else the best that this machine allows. */
    static Account forFolder(Path data) {
        if (uidOf(Path.of("/proc/self")) != 0) {
            return SELF;
        }
        var owner = Files.exists(data) ? uidOf(data) : 0;
        if (owner != 0) {
            return lowered(owner);
        }
        return run(NAMESPACE.command(List.of("id", "-un"))).ok() ? NAMESPACE : unprivileged();
    }

    /** What a program said and whether it was content. */
    record Answer(int code, String output) {
        boolean ok() {
            return code == 0;
        }
    }

    Answer execute(List<String> command) {
        return run(command(command));
    }

    /** Gives a file or a whole folder to this account where that differs from the one that made it. */
    void own(Path path) throws IOException {
        if (uid != null) {
            try (var files = Files.walk(path)) {
                for (var file : files.toList()) {
                    Files.setAttribute(file, "unix:uid", uid, java.nio.file.LinkOption.NOFOLLOW_LINKS);
                }
            }
        }
    }

    private List<String> command(List<String> command) {
        var whole = new ArrayList<>(prefix);
        whole.addAll(command);
        return whole;
    }

    private static Account unprivileged() {
        for (var name : List.of("postgres", "nobody")) {
            var id = run(List.of("id", "-u", name));
            if (id.ok()) {
                var account = lowered(Integer.parseInt(id.output().strip()));
                if (account.execute(List.of("true")).ok()) {
                    return account;
                }
            }
        }
        throw new DatabaseUnusable(
                "PostgreSQL does not run as root, and neither unshare nor setpriv works here: start Stoa as an ordinary user.");
    }

    private static Account lowered(int uid) {
        return new Account(List.of("setpriv", "--reuid=" + uid, "--regid=" + uid, "--clear-groups"), uid);
    }

    private static int uidOf(Path path) {
        try {
            return (Integer) Files.getAttribute(path, "unix:uid");
        } catch (IOException | UnsupportedOperationException unknown) {
            return -1;
        }
    }

    private static Answer run(List<String> command) {
        try {
            // The server inherits what pg_ctl has open, so a pipe would never end; a file does not mind.
            var output = Files.createTempFile("stoa-", ".out");
            try {
                var builder = new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectInput(new File("/dev/null"))
                        .redirectOutput(output.toFile());
                clean(builder.environment());
                var process = builder.start();
                if (!process.waitFor(10, TimeUnit.MINUTES)) {
                    process.destroyForcibly();
                    return new Answer(-1, "no answer in ten minutes");
                }
                return new Answer(process.exitValue(), Files.readString(output).strip());
            } finally {
                Files.deleteIfExists(output);
            }
        } catch (IOException absent) {
            return new Answer(-1, String.valueOf(absent.getMessage()));
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return new Answer(-1, "interrupted");
        }
    }

    private static void clean(Map<String, String> environment) {
        environment.keySet().removeIf(name -> name.startsWith("PG") || name.startsWith("LC_"));
        environment.put("LC_ALL", "C");
    }
}
