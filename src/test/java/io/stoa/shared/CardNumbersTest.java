package io.stoa.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CardNumbersTest {

    @ParameterizedTest
    @ValueSource(strings = {
        "4242424242424242", "4242 4242 4242 4242", "5555-5555-5555-4444", "2223003122003222", "378282246310005",
        "3782 822463 10005", "6011111111111117", "30569309025904", "3566002020360505", "6200000000000005",
        "{\"reason\":\"paid with 4111111111111111\"}"
    })
    void isSeenInWhatsoeverHoldsOne(String text) {
        assertThat(CardNumbers.in(text)).isTrue();
        assertThatThrownBy(() -> CardNumbers.without(text)).isInstanceOf(CardNumbers.Told.class);
    }

    /** Articles, times, parcels and telephones have long numbers, too. */
    @ParameterizedTest
    @ValueSource(strings = {
        "4242424242424241", "4006381333931", "00340434161094042557", "1790000000000", "2026-03-02 09:12:04",
        "+49 151 2345 6789", "1Z999AA10123456784", "a4242424242424242", "20260302091204", "9400111899223197428490",
        "0012345678905 0012345678905"
    })
    void otherNumbersAreLeftAlone(String text) {
        assertThat(CardNumbers.in(text)).isFalse();
        assertThat(CardNumbers.masked(text)).isEqualTo(text);
    }
}
