package io.stoa.locations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.stoa.shared.Json;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OpeningHoursTest {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final OpeningHours SHOP =
            OpeningHours.parse("Mo-Fr 09:00-18:00; Sa 10:00-13:00,14:00-17:00; 2026-12-25 off; 2026-12-24 09:00-12:00");

    @Test
    void aShopIsOpenFromItsFirstMinuteUntilItsLast() {
        assertThat(SHOP.isOpen(london("2026-11-23T08:59:59"), LONDON)).isFalse();
        assertThat(SHOP.isOpen(london("2026-11-23T09:00"), LONDON)).isTrue();
        assertThat(SHOP.isOpen(london("2026-11-23T17:59:59"), LONDON)).isTrue();
        assertThat(SHOP.isOpen(london("2026-11-23T18:00"), LONDON)).isFalse();
    }

    @Test
    void aLunchBreakShutsTheDoor() {
        assertThat(SHOP.isOpen(london("2026-11-28T13:30"), LONDON)).isFalse();
        assertThat(SHOP.nextOpening(london("2026-11-28T13:30"), LONDON)).contains(london("2026-11-28T14:00"));
    }

    @Test
    void aHolidayHasHoursOfItsOwnOrNone() {
        assertThat(SHOP.isOpen(london("2026-12-24T13:00"), LONDON)).isFalse();
        assertThat(SHOP.isOpen(london("2026-12-25T11:00"), LONDON)).isFalse();
        assertThat(SHOP.nextOpening(london("2026-12-24T13:00"), LONDON)).contains(london("2026-12-26T10:00"));
    }

    @Test
    void aBarThatShutsAtTwoIsOpenAfterMidnight() {
        var bar = OpeningHours.parse("Fr 20:00-02:00");
        assertThat(bar.isOpen(london("2026-11-28T01:30"), LONDON)).isTrue();
        assertThat(bar.isOpen(london("2026-11-28T02:00"), LONDON)).isFalse();
        assertThat(bar.isOpen(london("2026-11-27T01:30"), LONDON)).isFalse();
    }

    @Test
    void openingTimeStaysTheSameOnTheWallWhenClocksChange() {
        assertThat(SHOP.nextOpening(london("2026-03-27T19:00"), LONDON))
                .contains(Instant.parse("2026-03-28T10:00:00Z"));
        assertThat(SHOP.nextOpening(london("2026-03-29T12:00"), LONDON))
                .contains(Instant.parse("2026-03-30T08:00:00Z"));
    }

    @Test
    void whoNeverOpensHasNoNextOpening() {
        assertThat(OpeningHours.NEVER.nextOpening(london("2026-11-23T09:00"), LONDON))
                .isEmpty();
        assertThat(OpeningHours.ALWAYS.isOpen(london("2026-11-23T00:00"), LONDON))
                .isTrue();
    }

    @Test
    void theWrittenFormIsReadBack() {
        assertThat(OpeningHours.parse(SHOP.toString())).isEqualTo(SHOP);
        assertThat(Json.read(Json.write(SHOP), OpeningHours.class)).isEqualTo(SHOP);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"nine to five", "Mo", "Mo 25:00-26:00", "Fr-Mo 09:00-10:00", "Xx 09:00-10:00", "2026-02-30 off"})
    void whatIsNotUnderstoodIsRefused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> OpeningHours.parse(text));
    }

    private static Instant london(String local) {
        return LocalDateTime.parse(local).atZone(LONDON).toInstant();
    }
}
