package io.stoa.page;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.ViewResolver;

/**
 * Finds the precompiled template of a view name, {@code shop/cart} for {@code src/main/jte/shop/cart.jte}, and writes it
 * straight to the answer. Names without a template are left to the next resolver.
 */
@Component
class JteViews implements ViewResolver, Ordered {

    private final TemplateEngine engine = TemplateEngine.createPrecompiled(ContentType.Html);
    private final Frames frames;

    JteViews(Frames frames) {
        this.frames = frames;
    }

    @Override
    public @Nullable View resolveViewName(String name, Locale locale) {
        var template = name + ".jte";
        return name.contains(":") || !engine.hasTemplate(template) ? null : new JteView(template);
    }

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }

    private final class JteView implements View {

        private final String template;

        JteView(String template) {
            this.template = template;
        }

        @Override
        public String getContentType() {
            return "text/html;charset=UTF-8";
        }

        /** Renders in memory first: a template that fails must not leave half a page behind. */
        @Override
        public void render(@Nullable Map<String, ?> model, HttpServletRequest request, HttpServletResponse response)
                throws IOException {
            var parameters = new HashMap<String, @Nullable Object>(model == null ? Map.of() : model);
            parameters.computeIfAbsent("frame", name -> frames.of(request));
            var output = new Utf8ByteOutput();
            engine.render(template, asNonNull(parameters), output);
            response.setContentType(getContentType());
            response.setContentLength(output.getContentLength());
            try (var body = response.getOutputStream()) {
                output.writeTo(body::write);
            }
        }

        @SuppressWarnings({"unchecked", "NullAway"}) // JTE reads absent and null alike
        private static Map<String, Object> asNonNull(Map<String, @Nullable Object> parameters) {
            return (Map<String, Object>) (Map<String, ?>) parameters;
        }
    }
}
