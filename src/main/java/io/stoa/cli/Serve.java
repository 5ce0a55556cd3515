package io.stoa.cli;

import io.stoa.shared.Command;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/** Opens the doors, says where they are, and leaves the process to run until somebody stops it. */
final class Serve {

    private record Door(String name, String path) {}

    private static final List<Door> DOORS = List.of(
            new Door("Shop", "/"),
            new Door("Till", "/till"),
            new Door("Back office", "/office"),
            new Door("API", "/api"));

    /** The process goes on, so there is no exit code yet. */
    private static final int GOES_ON = -1;

    private Serve() {}

    static int run(House house, boolean demo) {
        house.options().noMore();
        refuseTakenPort(house.options().port());
        var begin = System.nanoTime();
        System.out.println("Starting Stoa in " + house.options().home() + " ...");
        var context = house.open(demo);
        announceStop();
        welcome(context, house, Duration.ofNanos(System.nanoTime() - begin));
        return GOES_ON;
    }

    private static void welcome(ConfigurableApplicationContext context, House house, Duration took) {
        var server = ((WebServerApplicationContext) context).getWebServer();
        var address = "http://localhost:" + (server == null ? house.options().port() : server.getPort());
        System.out.printf("%nStoa is ready after %.1f seconds.%n%n", took.toMillis() / 1000.0);
        DOORS.forEach(door -> System.out.printf("  %-12s %s%s%n", door.name(), address, door.path()));
        context.getBeanProvider(Welcome.class).orderedStream().forEach(bean -> {
            System.out.println();
            bean.lines(address).forEach(line -> System.out.println("  " + line));
        });
        System.out.println();
        System.out.println("  Log: " + house.log() + "   Stop: Ctrl-C");
    }

    private static void announceStop() {
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(() -> System.out.println("\nStopping ...")));
        SpringApplication.getShutdownHandlers().add(() -> System.out.println("Stopped."));
    }

    /** Before anything is started, so that the answer comes at once. */
    private static void refuseTakenPort(int port) {
        try (var probe = ServerSocketChannel.open()) {
            probe.bind(new InetSocketAddress(port));
        } catch (IOException taken) {
            throw new Command.Misuse(
                    taken instanceof java.net.BindException
                            ? Failure.portTaken(port)
                            : String.valueOf(taken.getMessage()));
        }
    }
}
