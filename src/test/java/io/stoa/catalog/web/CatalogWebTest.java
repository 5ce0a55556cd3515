package io.stoa.catalog.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.stoa.StoaTest;
import io.stoa.access.Caller;
import io.stoa.catalog.Catalog;
import io.stoa.catalog.Gtin;
import io.stoa.catalog.NewProduct;
import io.stoa.catalog.NewVariant;
import io.stoa.catalog.Text;
import io.stoa.shared.Channel;
import io.stoa.shared.Sku;
import io.stoa.shared.Touchpoint;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.MethodParameter;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

@StoaTest
class CatalogWebTest {

    private static final String GTIN = "5012345678900";

    @Autowired
    Catalog catalog;

    @Autowired
    ProductController products;

    @Autowired
    CategoryController categories;

    @Autowired
    PictureController pictures;

    private MockMvcTester http = MockMvcTester.of(List.of());

    @BeforeEach
    void aJacketIsPublished() {
        http = MockMvcTester.of(
                List.of(products, categories, pictures),
                frame -> frame.setCustomArgumentResolvers(new AGuest()).build());
        var variant = new NewVariant(new Sku("WEB-1-M"), new Gtin(GTIN), Map.of("size", "M"));
        var jacket = new NewProduct(
                "WEB-1",
                Map.of("en", Text.of("Windproof jacket (Blue)")),
                "Web/Jackets",
                null,
                "standard",
                Map.of(),
                List.of(),
                List.of(variant));
        var _ = catalog.publish(jacket, Touchpoint.SYSTEM);
    }

    @Test
    void whoHasTheNewestVersionIsNotSentItAgain() {
        var first = http.get().uri("/api/v1/products/by-code/WEB-1").exchange();
        assertThat(first).hasStatusOk();
        var tag = first.getResponse().getHeader("ETag");
        assertThat(tag).isNotNull();
        assertThat(http.get().uri("/api/v1/products/by-code/WEB-1").header("If-None-Match", tag))
                .hasStatus(304);
        assertThat(http.get().uri("/api/v1/products/999999999")).hasStatus(404);
    }

    @Test
    void aScannedBarCodeAnswersWhatTheTillNeeds() {
        assertThat(http.get().uri("/api/v1/products/scan?code=" + GTIN))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.sku")
                .isEqualTo("WEB-1-M");
        assertThat(http.get().uri("/api/v1/products/scan?code=5012345678901")).hasStatus(404);
    }

    @Test
    void aDrawnPictureMayBeKeptForAYear() {
        assertThat(http.get().uri("/media/product/WEB-1.svg?v=1"))
                .hasStatusOk()
                .hasContentTypeCompatibleWith("image/svg+xml")
                .hasHeader("Cache-Control", "max-age=31536000, public, immutable")
                .bodyText()
                .contains("Windproof jacket (Blue)");
        assertThat(http.get().uri("/media/product/NOBODY.svg")).hasStatus(404);
    }

    @Test
    void aShelfIsFoundByItsNameInTheAddress() {
        assertThat(http.get().uri("/api/v1/categories/web-jackets"))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.parentSlug")
                .isEqualTo("web");
    }

    /** Who calls, where no filter finds out. */
    private static final class AGuest implements HandlerMethodArgumentResolver {
        @Override
        public boolean supportsParameter(MethodParameter parameter) {
            return parameter.getParameterType() == Caller.class;
        }

        @Override
        public Object resolveArgument(
                MethodParameter parameter,
                @Nullable ModelAndViewContainer model,
                NativeWebRequest request,
                @Nullable WebDataBinderFactory binder) {
            return Caller.guest(Channel.WEB);
        }
    }
}
