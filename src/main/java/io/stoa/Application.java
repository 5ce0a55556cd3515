package io.stoa;

import io.stoa.cli.CommandLine;
import java.time.Clock;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.springframework.scheduling.annotation.EnableScheduling;

/** The whole of Stoa in one process. */
@EnableScheduling
@SpringBootApplication(nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
public class Application {

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    static void main(String[] arguments) {
        CommandLine.run(Application.class, arguments);
    }
}
