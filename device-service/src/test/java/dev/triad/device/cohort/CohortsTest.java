package dev.triad.device.cohort;

import static org.assertj.core.api.Assertions.assertThat;

import dev.triad.events.Names;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CohortsTest {
    @ParameterizedTest
    @CsvSource({
        "2026-01-01T00:00:00Z, 2026-w01",
        "2026-01-04T23:59:59Z, 2026-w01",
        "2026-01-05T00:00:00Z, 2026-w02",
        // A year's last days may belong to the next year's first week, and the other way round.
        "2025-12-29T12:00:00Z, 2026-w01",
        "2027-01-01T12:00:00Z, 2026-w53",
    })
    void aCohortIsTheIsoWeekOfTheSale(String sold, String cohort) {
        assertThat(Cohorts.of(Instant.parse(sold))).isEqualTo(cohort);
        assertThat(Names.isName(cohort)).isTrue();
    }
}
