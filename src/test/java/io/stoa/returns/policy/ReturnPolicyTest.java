package io.stoa.returns.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stoa.returns.policy.ReturnPolicy.Rule;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ReturnPolicyTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 29);

    @Test
    void theRuleAboutTheNearestShelfHolds() {
        var policy = new ReturnPolicy(
                30, 730, 5, List.of(new Rule("clothing", 60), new Rule("clothing-underwear", 0), new Rule("food", 1)));
        assertThat(policy.days(Set.of("clothing", "clothing-shirts"))).isEqualTo(60);
        assertThat(policy.days(Set.of("clothing-underwear", "clothing"))).isZero();
        assertThat(policy.days(Set.of("home"))).isEqualTo(30);
        assertThat(policy.days(Set.of())).isEqualTo(30);
    }

    @Test
    void theLastDayIsInAndFaultyGoodsHaveTheLongerTime() {
        var deadline = new Deadline(DAY, DAY.plusDays(700));
        assertThat(deadline.holds(false, DAY)).isTrue();
        assertThat(deadline.holds(false, DAY.plusDays(1))).isFalse();
        assertThat(deadline.holds(true, DAY.plusDays(700))).isTrue();
        assertThat(deadline.holds(true, DAY.plusDays(701))).isFalse();
        assertThat(new Deadline(DAY, DAY.minusDays(1)).last(true)).as("never shorter than for any reason").isEqualTo(DAY);
        assertThat(new Deadline(DAY, null).last(true)).isEqualTo(DAY);
        assertThat(new Deadline(null, DAY).holds(false, DAY)).isFalse();
        assertThat(new Deadline(null, DAY).holds(true, DAY)).isTrue();
        assertThat(new Deadline(null, null).holds(true, DAY)).isFalse();
    }

    @Test
    void whatMakesNoSenseIsRefused() {
        assertThatThrownBy(() -> new ReturnPolicy(-1, 730, 5, List.of())).hasMessageContaining("0 to 3650");
        assertThatThrownBy(() -> new ReturnPolicy(30, 3651, 5, List.of())).hasMessageContaining("0 to 3650");
        assertThatThrownBy(() -> new ReturnPolicy(30, 730, 61, List.of())).hasMessageContaining("0 to 60");
        assertThatThrownBy(() -> new ReturnPolicy(30, 730, 5, List.of(new Rule("a", 1), new Rule("a", 2))))
                .hasMessageContaining("one rule");
    }
}
