package dev.triad.ledger.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.triad.ledger.journal.Grain;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** A span is cut into whole months, days and hours and edges without a gap or an overlap. */
class TimePartsTest {
    private static final Instant START = Instant.parse("2025-12-20T00:00:00Z");
    private static final int MINUTES = 100_000;

    @Property
    void everyMomentOfASpanIsInExactlyOneOfItsParts(
            @ForAll @IntRange(max = MINUTES) int from,
            @ForAll @IntRange(max = MINUTES) int length,
            @ForAll @IntRange(max = 2 * MINUTES) int at,
            @ForAll Grain coarsest) {
        // Given
        Instant start = START.plus(Duration.ofMinutes(from));
        Instant end = start.plus(Duration.ofMinutes(length));
        Instant moment = START.plus(Duration.ofMinutes(at));

        // When
        List<TimeParts.Part> parts = TimeParts.of(start, end, coarsest);

        // Then
        assertThat(parts.stream().filter(part -> contains(part.from(), part.to(), moment)))
                .hasSize(contains(start, end, moment) ? 1 : 0);
    }

    @Property
    void partsBeginAndEndWithTheirSpansAndAreFew(
            @ForAll @IntRange(max = MINUTES) int from, @ForAll @IntRange(max = MINUTES) int length) {
        Instant start = START.plus(Duration.ofMinutes(from));

        List<TimeParts.Part> parts = TimeParts.of(start, start.plus(Duration.ofMinutes(length)), Grain.MONTH);

        assertThat(parts).hasSizeLessThanOrEqualTo(7).allSatisfy(part -> {
            Grain grain = part.grain();
            if (grain == null) {
                assertThat(Duration.between(part.from(), part.to())).isLessThan(Duration.ofHours(2));
            } else {
                assertThat(grain.floor(part.from())).isEqualTo(part.from());
                assertThat(grain.floor(part.to())).isEqualTo(part.to());
            }
        });
    }

    @Test
    void allTimeIsMonthsOnly() {
        assertThat(TimeParts.of(null, null, Grain.MONTH))
                .containsExactly(new TimeParts.Part(Grain.MONTH, TimeParts.BEGINNING, TimeParts.END));
    }

    private static boolean contains(Instant from, Instant to, Instant moment) {
        return !moment.isBefore(from) && moment.isBefore(to);
    }
}
