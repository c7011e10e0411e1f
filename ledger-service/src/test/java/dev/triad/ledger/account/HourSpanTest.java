package dev.triad.ledger.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** A span is cut into whole hours and edges without a gap or an overlap. */
class HourSpanTest {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    @Property
    void everyMomentOfASpanIsInExactlyOneOfItsParts(
            @ForAll @IntRange(max = 600) int from,
            @ForAll @IntRange(max = 600) int length,
            @ForAll @IntRange(max = 1_300) int at) {
        // Given
        Instant start = START.plus(Duration.ofMinutes(from));
        Instant end = start.plus(Duration.ofMinutes(length));
        Instant moment = START.plus(Duration.ofMinutes(at));

        // When
        HourSpan span = HourSpan.of(start, end);

        // Then
        long parts = span.edges().stream()
                .filter(edge -> contains(edge.from(), edge.to(), moment))
                .count();
        parts += contains(span.hoursFrom(), span.hoursTo(), moment) ? 1 : 0;
        assertThat(parts).isEqualTo(contains(start, end, moment) ? 1 : 0);
    }

    private static boolean contains(Instant from, Instant to, Instant moment) {
        return !moment.isBefore(from) && moment.isBefore(to);
    }
}
