package dev.triad.ledger.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The steps of a series begin where the database has them begin. */
class OtherBalancesTest {
    @ParameterizedTest
    @CsvSource({
        "hour, 2026-03-01T12:34:56.789Z, 2026-03-01T12:00:00Z",
        "day, 2026-03-01T12:34:56.789Z, 2026-03-01T00:00:00Z",
        "week, 2026-03-01T12:34:56.789Z, 2026-02-23T00:00:00Z",
        "week, 2026-03-02T00:00:00Z, 2026-03-02T00:00:00Z",
        "month, 2026-03-31T23:59:59Z, 2026-03-01T00:00:00Z",
    })
    void aStepBegins(String interval, Instant time, Instant begin) {
        assertThat(OtherBalances.begin(time, interval)).isEqualTo(begin);
    }
}
