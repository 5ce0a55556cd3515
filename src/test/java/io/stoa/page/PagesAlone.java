package io.stoa.page;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;

/**
 * Pages without a database and without a lock on the door, for looking at them. Not a configuration by annotation, so that
 * the tests of the whole do not find it.
 */
@ImportAutoConfiguration({
    TomcatServletWebServerAutoConfiguration.class,
    DispatcherServletAutoConfiguration.class,
    WebMvcAutoConfiguration.class,
    ErrorMvcAutoConfiguration.class
})
@ComponentScan("io.stoa.page")
@ComponentScan(
        basePackages = "io.stoa",
        useDefaultFilters = false,
        includeFilters = @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*Samples|io\\.stoa\\.http\\.ErrorPage"))
public class PagesAlone {

    static void main(String[] arguments) {
        start(arguments);
    }

    /** Starts it; the property {@code local.server.port} of its environment is where. */
    public static ConfigurableApplicationContext start(String... arguments) {
        var application = new SpringApplication(PagesAlone.class);
        application.setAdditionalProfiles("samples");
        return application.run(arguments);
    }
}
