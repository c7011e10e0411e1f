package dev.triad.ledger.period;

import static org.assertj.core.api.Assertions.assertThat;

import dev.triad.ledger.period.Places.Range;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlacesTest {
    private static final Places SOME = Places.of(List.of(new Range(20, 30), new Range(0, 5), new Range(4, 10)));

    @Test
    void rangesAreMergedAndHoldWhatIsBetweenTheirBounds() {
        assertThat(SOME.ranges()).containsExactly(new Range(0, 10), new Range(20, 30));
        assertThat(SOME.contains(0)).isTrue();
        assertThat(SOME.contains(9)).isTrue();
        assertThat(SOME.contains(10)).isFalse();
        assertThat(SOME.contains(20)).isTrue();
        assertThat(SOME.contains(30)).isFalse();
        assertThat(Places.NONE.contains(0)).isFalse();
    }

    @Test
    void whatIsTakenAwayIsNoMoreInIt() {
        // When
        Places left = SOME.without(Places.of(List.of(new Range(3, 4), new Range(8, 22), new Range(29, 40))));

        // Then
        assertThat(left.ranges()).containsExactly(new Range(0, 3), new Range(4, 8), new Range(22, 29));
    }

    @Test
    void gapsHoldEveryOtherPlace() {
        assertThat(SOME.gaps(9)).containsExactly(new Range(10, 20), new Range(30, Long.MAX_VALUE));
        assertThat(SOME.gaps(1)).containsExactly(new Range(10, Long.MAX_VALUE));
        assertThat(Places.NONE.gaps(9)).containsExactly(new Range(0, Long.MAX_VALUE));
    }
}
