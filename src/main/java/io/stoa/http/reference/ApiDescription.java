package io.stoa.http.reference;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.stoa.http.IdempotencyKey;
import io.stoa.http.Precondition;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.core.util.ObjectMapperFactory;
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
import io.swagger.v3.oas.models.servers.Server;
import io.swagger.v3.oas.models.tags.Tag;
import java.util.List;
import java.util.Map;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.customizers.ParameterCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** What goes into the document besides what the resources say of themselves. */
@Configuration
class ApiDescription {

    private static final String PROBLEM = "Problem";
    private static final String TOKEN = "token";

    private static final String RULES = """
            **Lists** come in pages: ask with `size` (1 to 200), and go on with `after` set to the `next` of the page before.
            **Repeating**: where an `Idempotency-Key` is taken, sending the same request again does it once.
            **Caching**: where an answer carries an `ETag`, send it back as `If-None-Match` and get 304.
            **Limits**: a body has at most 1 MB, JSON at most 32 levels; a field may not come twice, nor one that is not known.
            **Every refusal is a problem** (RFC 9457, `application/problem+json`) whose `detail` says what to do and whose `field` says where.
            **Money** is in the smallest unit of its currency: `2955` is $29.55.
            **Times** are UTC, as in `2026-03-02T09:12:04Z`.
            """;

    /** In the order in which a newcomer meets them. */
    private static final List<String> GROUPS = List.of(
            "Products",
            "Categories",
            "Synonyms",
            "Reviews",
            "Prices",
            "Locations",
            "Stock",
            "Counts",
            "Transfers",
            "Purchase orders",
            "Suppliers",
            "Carts",
            "Orders",
            "Routing",
            "Gift cards",
            "Coupons",
            "Shipments",
            "Returns",
            "Drawers",
            "Customers",
            "My account",
            "Brand",
            "Staff",
            "Tokens");

    private static final Map<String, String> PARAMETERS = Map.of(
            "size", "How many on one page",
            "after", "The next of the page before",
            "language", "Of texts, such as en or de",
            IdempotencyKey.HEADER, "Yours, 1 to 255 visible characters: sent again with it, the same request is done once",
            Precondition.IF_MATCH, "The ETag that was read: a change of something newer is refused with 412",
            Precondition.IF_NONE_MATCH, "* for what must not be there yet");

    @Bean
    OpenAPI description() {
        return new OpenAPI()
                .info(new Info()
                        .title("Stoa")
                        .version("v1")
                        .description(RULES)
                        .license(new License().name("Apache-2.0").identifier("Apache-2.0")))
                .servers(List.of(new Server().url("/")))
                .tags(GROUPS.stream().map(name -> new Tag().name(name)).toList())
                .addSecurityItem(new SecurityRequirement().addList(TOKEN))
                .components(new Components()
                        .addSchemas(PROBLEM, problem())
                        .addSecuritySchemes(
                                TOKEN,
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("bearer")
                                        .description("`Authorization: Bearer stoa_…`")));
    }

    /** Beneath all others, which unpack answers before it reads them. */
    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    ModelConverter namesOfSchemas() {
        ObjectMapper mapper = ObjectMapperFactory.createJson31();
        return new ModelResolver(mapper, new SchemaNames()).openapi31(true);
    }

    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE)
    ModelConverter ourSchemas() {
        return new OurSchemas();
    }

    @Bean
    ParameterCustomizer wordsForParameters() {
        return (parameter, method) -> {
            if (parameter != null && parameter.getDescription() == null) {
                parameter.setDescription(PARAMETERS.get(parameter.getName()));
            }
            return parameter;
        };
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
                .addProperty("title", new StringSchema().example("Out of stock"))
                .addProperty("status", new IntegerSchema().example(409))
                .addProperty("detail", new StringSchema().description("A sentence that says what to do").example("Only 1 of 2 CO-9 left."))
                .addProperty("field", new StringSchema().description("The field, parameter or header that is wrong").example("lines"));
    }

    private static ApiResponse refusal(String words) {
        var schema = new Schema<>().$ref("#/components/schemas/" + PROBLEM);
        return new ApiResponse()
                .description(words)
                .content(new Content().addMediaType("application/problem+json", new MediaType().schema(schema)));
    }
}
