package io.stoa.http;

import org.springframework.context.annotation.Configuration;
import org.springframework.format.FormatterRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Teaches the web frame our values. */
@Configuration
class HttpSetup implements WebMvcConfigurer {

    @Override
    public void addFormatters(FormatterRegistry registry) {
        registry.addConverter(new CleanText());
        registry.addConverter(new TextToRecord());
    }
}
