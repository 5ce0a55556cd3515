package io.stoa.page;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.http.CacheControl;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;
import org.springframework.web.servlet.i18n.LocaleChangeInterceptor;
import org.springframework.web.servlet.resource.CssLinkResourceTransformer;
import org.springframework.web.servlet.resource.VersionResourceResolver;

/** Static files with hashed names, the visitor's language, and the frame as an argument of controllers. */
@Configuration(proxyBeanMethods = false)
class PageConfiguration {

    private static final Duration FOREVER = Duration.ofDays(365);
    private static final Locale.LanguageRange GERMAN = new Locale.LanguageRange("de");

    /** The cookie's language, else the browser's first; with the country that the browser says for it, for prices and distances. */
    @Bean
    LocaleResolver localeResolver() {
        var resolver = new CookieLocaleResolver("language") {
            @Override
            public Locale resolveLocale(HttpServletRequest request) {
                return inCountry(super.resolveLocale(request), request);
            }
        };
        resolver.setCookieMaxAge(FOREVER);
        resolver.setDefaultLocaleFunction(request -> spoken(request.getLocale()));
        resolver.setRejectInvalidCookies(false);
        return resolver;
    }

    @Bean
    WebMvcConfigurer pages(ObjectProvider<Frames> frames) {
        return new WebMvcConfigurer() {
            @Override
            public void addResourceHandlers(ResourceHandlerRegistry registry) {
                registry.addResourceHandler(Assets.PREFIX + "**")
                        .addResourceLocations("classpath:/static/", "classpath:/META-INF/resources/webjars/")
                        .setCacheControl(
                                CacheControl.maxAge(FOREVER).cachePublic().immutable())
                        .resourceChain(true)
                        .addResolver(new VersionResourceResolver().addContentVersionStrategy("/**"))
                        .addTransformer(new CssLinkResourceTransformer());
            }

            // Browsers look there when what they opened names no icon.
            @Override
            public void addViewControllers(ViewControllerRegistry registry) {
                registry.addRedirectViewController("/favicon.ico", Assets.PREFIX + "favicon.svg");
            }

            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                var change = new LanguageChange();
                change.setParamName("lang");
                change.setIgnoreInvalidLocale(true);
                registry.addInterceptor(change).excludePathPatterns("/api/**", Assets.PREFIX + "**");
            }

            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(new FrameArgument(frames));
            }
        };
    }

    /** Who chooses a language by its name goes on living where they live. */
    private static Locale inCountry(Locale chosen, HttpServletRequest request) {
        return !chosen.getCountry().isEmpty()
                ? chosen
                : Collections.list(request.getLocales()).stream()
                        .filter(own -> own.getLanguage().equals(chosen.getLanguage()) && !own.getCountry().isEmpty())
                        .findFirst()
                        .orElse(chosen);
    }

    private static Locale spoken(Locale wanted) {
        var german = Locale.lookup(List.of(GERMAN), List.of(Locale.of(wanted.getLanguage()))) != null;
        return german || wanted.getLanguage().equals("en") ? wanted : Locale.ENGLISH;
    }

    /** A body that was refused for its size cannot be asked for a language: looking into it would fail once more. */
    private static final class LanguageChange extends LocaleChangeInterceptor {

        @Override
        public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
                throws ServletException {
            var status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
            return Integer.valueOf(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE).equals(status)
                    || super.preHandle(request, response, handler);
        }
    }

    private record FrameArgument(ObjectProvider<Frames> frames) implements HandlerMethodArgumentResolver {

        @Override
        public boolean supportsParameter(MethodParameter parameter) {
            return parameter.getParameterType() == PageFrame.class;
        }

        @Override
        public Object resolveArgument(
                MethodParameter parameter,
                @Nullable ModelAndViewContainer container,
                NativeWebRequest request,
                @Nullable WebDataBinderFactory binders) {
            return frames.getObject().of(Objects.requireNonNull(request.getNativeRequest(HttpServletRequest.class)));
        }
    }
}
