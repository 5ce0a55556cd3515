package io.stoa.http;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.format.FormatterRegistry;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.UrlHandlerFilter;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Teaches the web frame our values, and that a slash at the end of an address means nothing. */
@Configuration
class HttpSetup implements WebMvcConfigurer {

    @Override
    public void addFormatters(FormatterRegistry registry) {
        registry.addConverter(new CleanText());
        registry.addConverter(new TextToRecord());
    }

    /** Behind the doors: what they refuse is refused with the slash too. */
    @Bean
    UrlHandlerFilter withoutSlash() {
        return UrlHandlerFilter.trailingSlashHandler("/**").redirect(HttpStatus.PERMANENT_REDIRECT).build();
    }
}
