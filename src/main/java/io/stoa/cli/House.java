package io.stoa.cli;

import io.stoa.database.DatabaseAddress;
import io.stoa.shared.Command;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.AnnotationConfigUtils;
import org.springframework.context.support.AbstractApplicationContext;
import org.springframework.context.support.DefaultLifecycleProcessor;
import org.springframework.scheduling.config.TaskManagementConfigUtils;

/** Starts the application in one of the ways that commands need it. */
record House(Class<?> application, Options options) {

    private static final long MEGABYTE = 1 << 20;
    /** Programs and an empty database take 150; the database's log wants room to turn over. */
    private static final long FREE_MEGABYTES_MIN = 300;

    /** The document of the API takes seconds to make: it is made while nobody waits for it. */
    private static final List<String> API_READ_AHEAD = List.of("--springdoc.pre-loading-enabled=true", "--springdoc.pre-loading-locales=en");

    /** Those that let schedules run and tell listeners that the application has started. */
    private static final List<String> STARTERS = List.of(
            TaskManagementConfigUtils.SCHEDULED_ANNOTATION_PROCESSOR_BEAN_NAME,
            AnnotationConfigUtils.EVENT_LISTENER_PROCESSOR_BEAN_NAME);

    /** With its doors open on the port that was asked for. Where money is real, no test card pays. */
    ConfigurableApplicationContext open(boolean demo) {
        var settings = settings();
        settings.add("--server.port=" + options.port());
        settings.addAll(API_READ_AHEAD);
        if (demo) {
            settings.add("--spring.profiles.active=demo");
            settings.add("--stoa.demo=true");
            return start(settings);
        }
        refuseFullDisk();
        var spring = spring();
        spring.setDefaultProperties(Map.of("stoa.payments.card", "none"));
        return spring.run(settings.toArray(String[]::new));
    }

    /** With everything at work but no door open: the web server gets a port that nobody knows, on this machine only. */
    ConfigurableApplicationContext withoutDoors(List<String> more) {
        var settings = settings();
        settings.addAll(more);
        settings.add("--server.port=0");
        settings.add("--server.address=127.0.0.1");
        return start(settings);
    }

    /** Asleep: nothing is migrated and no listener or job runs, only what is asked for is made. */
    ConfigurableApplicationContext asleep() {
        var settings = settings();
        settings.add("--server.port=0");
        settings.add("--server.address=127.0.0.1");
        settings.add("--stoa.database.migrate=false");
        var spring = spring();
        spring.addInitializers(context -> context.addBeanFactoryPostProcessor(House::putToSleep));
        return spring.run(settings.toArray(String[]::new));
    }

    /** To look at a home without a database would make one. */
    boolean isNew() {
        return options.databaseUrl().isEmpty() && Files.notExists(options.home().resolve("postgres/data/PG_VERSION"));
    }

    /** The same with another home. */
    House at(Path home) {
        return new House(application, options.at(home));
    }

    Path log() {
        return options.home().resolve("logs").resolve("stoa.log");
    }

    /** Spring's own lazy initialisation would still make and run whatever has a schedule or a life cycle. */
    private static void putToSleep(ConfigurableListableBeanFactory beans) {
        for (var name : beans.getBeanDefinitionNames()) {
            beans.getBeanDefinition(name).setLazyInit(true);
        }
        if (beans instanceof BeanDefinitionRegistry registry) {
            STARTERS.stream().filter(registry::containsBeanDefinition).forEach(registry::removeBeanDefinition);
        }
        var startsNothing = new StartsNothing();
        startsNothing.setBeanFactory(beans);
        beans.registerSingleton(AbstractApplicationContext.LIFECYCLE_PROCESSOR_BEAN_NAME, startsNothing);
    }

    private static final class StartsNothing extends DefaultLifecycleProcessor {
        @Override
        public void onRefresh() {
            // Neither the web server nor any reader of the log.
        }
    }

    /** A database that starts on a full disk cannot even say so. */
    private void refuseFullDisk() {
        for (var place = options.home(); place != null; place = place.getParent()) {
            if (Files.exists(place)) {
                refuseUnlessFree(place);
                return;
            }
        }
    }

    private void refuseUnlessFree(Path place) {
        try {
            long free = Files.getFileStore(place).getUsableSpace() / MEGABYTE;
            if (free < FREE_MEGABYTES_MIN) {
                throw new Command.Misuse("The disk is full: only " + free + " MB are free for " + options.home()
                        + ". Make room, at least " + FREE_MEGABYTES_MIN + " MB, then start again.");
            }
        } catch (IOException unknown) {
            throw new Command.Misuse(options.home() + " cannot be used: " + unknown.getMessage() + ".");
        }
    }

    private ConfigurableApplicationContext start(List<String> settings) {
        refuseFullDisk();
        return spring().run(settings.toArray(String[]::new));
    }

    /** What can be known of the database before is said at once. */
    private SpringApplication spring() {
        if (!options.databaseUrl().isEmpty()) {
            DatabaseAddress.parse(options.databaseUrl()).refuseUnusable();
        }
        var spring = new SpringApplication(application);
        spring.addInitializers(context -> LogFile.complainBriefly(options.home(), log()));
        return spring;
    }

    private List<String> settings() {
        var settings = new ArrayList<String>();
        settings.add("--stoa.home=" + options.home());
        settings.add("--stoa.log.to=file");
        settings.add("--logging.file.name=" + log());
        settings.add("--logging.threshold.console=" + (options.flags().contains("--verbose") ? "TRACE" : "OFF"));
        // Long streams to browsers never end by themselves; whoever stops Stoa does not want to wait for them.
        settings.add("--spring.lifecycle.timeout-per-shutdown-phase=3s");
        return settings;
    }
}
