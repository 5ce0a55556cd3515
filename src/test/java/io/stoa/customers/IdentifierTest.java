package io.stoa.customers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdentifierTest {

    @ParameterizedTest
    @CsvSource({
        "Ann@Example.COM, ann@example.com",
        "'  ann@example.com ', ann@example.com",
        "ann+shop@example.com, ann+shop@example.com",
        "ann@bücher.example, ann@xn--bcher-kva.example",
        "ÄNN@example.com, änn@example.com",
    })
    void anEmailIsComparedInItsNormalForm(String text, String normal) {
        assertThat(Identifier.email(text).value()).isEqualTo(normal);
    }

    @Test
    void anEmailIsWrittenToAsItWasGiven() {
        assertThat(Identifier.email(" Ann.Lee@Example.com ").original()).isEqualTo("Ann.Lee@Example.com");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "@",
                "ann",
                "ann@",
                "@example.com",
                "ann@example",
                "a nn@example.com",
                "ann@exa mple.com",
                "ann..lee@example.com",
                ".ann@example.com",
                "ann@-example.com",
                "ann@example..com",
                "ann@[127.0.0.1]",
                "ann\n@example.com",
                "<ann@example.com>"
            })
    void whatCouldNotReceiveMailIsRefused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Identifier.email(text));
    }

    @ParameterizedTest
    @CsvSource({
        "+44 20 7946 0000, , +442079460000",
        "020 7946 0000, GB, +442079460000",
        "(212) 555-0100, US, +12125550100",
        "+49 (0) 30 123456, , +4930123456",
    })
    void aPhoneIsComparedWithItsCountryCode(String text, @Nullable String country, String normal) {
        assertThat(Identifier.phone(text, country).value()).isEqualTo(normal);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "020 7946 0000", "+", "+1", "call me", "+44 20 7946 0000 0000 0000 0000 0000 0000 0000"})
    void whatCannotBeDialledIsRefused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Identifier.phone(text, null));
    }

    @Test
    void aCardIsTheSameHoweverItIsSpaced() {
        assertThat(Identifier.card("ab12 34-56").value())
                .isEqualTo(Identifier.card("AB123456").value());
    }
}
