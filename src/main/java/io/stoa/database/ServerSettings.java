package io.stoa.database;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The settings of the embedded server. They go on its command line, where they win over every file and ALTER SYSTEM.
 * {@code max_wal_size} bounds the time to recover after a crash: about 20 seconds for 1 GB on a small machine.
 */
final class ServerSettings {

    private static final int LEAST_MEGABYTES = 128;
    private static final int MOST_MEGABYTES = 512;

    private ServerSettings() {}

    /** An eighth of the machine's memory, but 128 to 512 MB: what PostgreSQL keeps for itself as a cache. */
    static int memoryMegabytes() {
        var system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        var eighth = system.getTotalMemorySize() / 8 / (1 << 20);
        return Math.clamp(eighth, LEAST_MEGABYTES, MOST_MEGABYTES);
    }

    static String commandLine(int port, int memoryMegabytes) {
        return all(port, memoryMegabytes).entrySet().stream()
                .map(setting -> "-c " + setting.getKey() + "=" + setting.getValue())
                .collect(Collectors.joining(" "));
    }

    private static Map<String, String> all(int port, int memoryMegabytes) {
        var settings = new LinkedHashMap<String, String>();
        settings.put("listen_addresses", "127.0.0.1");
        settings.put("port", Integer.toString(port));
        settings.put("unix_socket_directories", "");
        settings.put("fsync", "on");
        settings.put("synchronous_commit", "on");
        settings.put("full_page_writes", "on");
        settings.put("max_wal_size", "1GB");
        settings.put("shared_buffers", memoryMegabytes + "MB");
        settings.put("effective_cache_size", 2 * memoryMegabytes + "MB");
        settings.put("maintenance_work_mem", "64MB");
        settings.put("max_connections", "200");
        settings.put("jit", "off");
        settings.put("idle_in_transaction_session_timeout", "5min");
        settings.put("client_connection_check_interval", "5s");
        settings.put("timezone", "UTC");
        // A refused row would otherwise put the values of its key, such as an e-mail address, into the server's log.
        settings.put("log_error_verbosity", "terse");
        settings.put("log_min_error_statement", "panic");
        return settings;
    }
}
