package io.stoa.http;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Describes the API to machines at {@code /api/openapi.json} and to people at {@code /api}. */
@Configuration
class ApiDescription {

    private static final String PROBLEM = "Problem";
    private static final String TOKEN = "token";

    private static final String RULES = """
            Send `Authorization: Bearer stoa_…`. A token acts through its channels (`Stoa-Channel: TILL`) and, where it is not
            bound to one, at any place (`Stoa-Location: leeds`).

            **Lists** come in pages: ask with `size` (1 to 200), and go on with `after` set to the `next` of the page before.
            **Repeating**: where an `Idempotency-Key` is taken, sending the same request again does it once.
            **Caching**: where an answer carries an `ETag`, send it back as `If-None-Match` and get 304.
            **Limits**: a body has at most 1 MB, JSON at most 32 levels; a field may not come twice, nor one that is not known.

            **Every refusal is a problem** (RFC 9457, `application/problem+json`) whose `detail` says what to do and whose `field`
            says where: 400 `invalid-json`, `invalid-value`, `missing-parameter`; 401 `not-signed-in`, `invalid-token`;
            403 `not-allowed`; 404 `not-found`; 409 for what stands against it now, such as `out-of-stock`; 413 `body-too-large`;
            415 `unsupported-media-type`; 503 `overloaded` with `Retry-After`; 500 `unexpected` with a `reference` for support.
            """;

    @Bean
    OpenAPI description() {
        return new OpenAPI()
                .info(new Info()
                        .title("Stoa")
                        .version("v1")
                        .description(RULES)
                        .license(new License().name("Apache-2.0").identifier("Apache-2.0")))
                .addSecurityItem(new SecurityRequirement().addList(TOKEN))
                .components(new Components()
                        .addSchemas(PROBLEM, problem())
                        .addSecuritySchemes(
                                TOKEN,
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("bearer")));
    }

    /** Each operation may be refused, and each refusal looks alike. */
    @Bean
    OperationCustomizer everyRefusalIsAProblem() {
        return (operation, handler) -> {
            operation.getResponses().addApiResponse("4XX", refusal("Refused; the detail says what to do"));
            operation.getResponses().addApiResponse("503", refusal("Too busy; ask again after Retry-After seconds"));
            return operation;
        };
    }

    private static Schema<?> problem() {
        return new ObjectSchema()
                .description("RFC 9457; may hold more members that belong to its type")
                .addProperty("type", new StringSchema().example("/api/problems/out-of-stock"))
                .addProperty("title", new StringSchema())
                .addProperty("status", new IntegerSchema())
                .addProperty("detail", new StringSchema().description("A sentence that says what to do"))
                .addProperty("field", new StringSchema().description("The field, parameter or header that is wrong"));
    }

    private static ApiResponse refusal(String words) {
        var schema = new Schema<>().$ref("#/components/schemas/" + PROBLEM);
        return new ApiResponse()
                .description(words)
                .content(new Content().addMediaType("application/problem+json", new MediaType().schema(schema)));
    }

    /** The short address of the page. */
    @Controller
    static class ApiPage {
        @GetMapping("/api")
        String page() {
            return "redirect:/api/swagger-ui/index.html";
        }
    }
}
