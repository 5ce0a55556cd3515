package io.stoa.http.reference;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.stoa.shared.Json;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springdoc.webmvc.api.OpenApiWebMvcResource;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import tools.jackson.databind.JsonNode;

/**
 * The API for people to read. Made from the document once; what somebody looks for is found without a script, too. Who turns the
 * document off has no page.
 */
@Controller
@ConditionalOnBooleanProperty(name = "springdoc.api-docs.enabled", matchIfMissing = true)
class ApiPage {

    private static final int WORDS_MAX = 100;

    private final OpenApiWebMvcResource document;
    private volatile @Nullable Reference known;

    ApiPage(OpenApiWebMvcResource document) {
        this.document = document;
    }

    @GetMapping("/api")
    ModelAndView page(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String at,
            HttpServletRequest request)
            throws JsonProcessingException {
        var words = q.substring(0, Math.min(q.length(), WORDS_MAX)).strip();
        var all = reference(request);
        return new ModelAndView(
                "page/api",
                Map.of(
                        "all", all,
                        "found", words.isEmpty() ? all : all.matching(words),
                        "words", words,
                        "at", at,
                        "origin",
                                ServletUriComponentsBuilder.fromContextPath(request)
                                        .toUriString()));
    }

    private Reference reference(HttpServletRequest request) throws JsonProcessingException {
        var made = known;
        if (made == null) {
            var text = new String(
                    document.openapiJson(request, "/api/openapi.json", Locale.ENGLISH), StandardCharsets.UTF_8);
            made = Reference.of(Json.read(text, JsonNode.class));
            known = made;
        }
        return made;
    }
}
