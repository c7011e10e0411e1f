package dev.triad.ledger.period;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** January was closed with the places below 10 on the books, March with those below 30, but for 12 and 25. */
class ClosingsTest {
    private static final Closings CLOSED = Closings.NONE
            .with(closing("2026-01", new Places.Range(0, 10)))
            .with(closing("2026-03", new Places.Range(0, 12), new Places.Range(13, 25), new Places.Range(26, 30)));

    @ParameterizedTest
    @CsvSource({
        // On the books when January was closed: in its own time.
        "5, 2026-01-15T00:00:00Z, 2026-01-15T00:00:00Z",
        // Not yet: after January, and before March was closed, which had it.
        "20, 2026-01-15T00:00:00Z, 2026-02-01T00:00:00Z",
        "20, 2026-02-15T00:00:00Z, 2026-02-15T00:00:00Z",
        // Pending when March was closed, or not there yet: after March.
        "12, 2026-01-15T00:00:00Z, 2026-04-01T00:00:00Z",
        "25, 2026-03-31T23:59:59.999999Z, 2026-04-01T00:00:00Z",
        "30, 2026-02-15T00:00:00Z, 2026-04-01T00:00:00Z",
        // The end of a period is open.
        "30, 2026-04-01T00:00:00Z, 2026-04-01T00:00:00Z",
        "30, 2026-05-15T00:00:00Z, 2026-05-15T00:00:00Z"
    })
    void anAccountingDateFollowsFromPlaceAndTime(long place, Instant time, Instant bookedAt) {
        assertThat(CLOSED.bookedAt(place, time)).isEqualTo(bookedAt);
    }

    @Test
    void whatWaitedWhenALaterTimeWasStillOpenIsNotInThatTimesClosing() {
        // Given: 5 was below the first cut, and in suspense when March was closed
        Closings closings = Closings.NONE
                .with(closing("2026-01", new Places.Range(0, 10)))
                .with(closing("2026-03", new Places.Range(0, 5), new Places.Range(6, 30)));

        // Then
        assertThat(closings.bookedAt(5, Instant.parse("2026-02-15T00:00:00Z"))).isEqualTo("2026-04-01T00:00:00Z");
        assertThat(closings.bookedAt(5, Instant.parse("2026-01-15T00:00:00Z"))).isEqualTo("2026-01-15T00:00:00Z");
    }

    @Test
    void whatAClosingKnowsItsSuccessorsKnowToo() {
        assertThat(CLOSED.isKnownTo(0, 12)).isFalse();
        assertThat(CLOSED.isKnownTo(1, 9)).isTrue();
        assertThat(CLOSED.isKnownTo(1, 20)).isTrue();
        assertThat(CLOSED.isKnownTo(1, 25)).isFalse();
    }

    @Test
    void aClosingEndsLaterThanTheOneBefore() {
        assertThat(CLOSED.accepts(closing("2026-03"))).isFalse();
        assertThat(CLOSED.accepts(closing("2026-02"))).isFalse();
        assertThat(CLOSED.accepts(closing("2026-04"))).isTrue();
        assertThatIllegalArgumentException().isThrownBy(() -> CLOSED.with(closing("2026-03")));
    }

    private static Closing closing(String month, Places.Range... onTheBooks) {
        return new Closing(YearMonth.parse(month), new UUID(0, 1), 0, Instant.EPOCH, Places.of(List.of(onTheBooks)));
    }
}
