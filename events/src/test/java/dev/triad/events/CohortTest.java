package dev.triad.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CohortTest {
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
        assertThat(Cohort.weekOf(Instant.parse(sold))).isEqualTo(cohort);
        assertThat(Names.isName(cohort)).isTrue();
    }

    @Test
    void aUsageNamesACohortByTwoLabelsOrNone() {
        assertThat(Cohort.labelled(Map.of("product", "echo", "cohort", "2026-w03")))
                .isEqualTo(new Cohort("echo", "2026-w03"));
        assertThat(Cohort.labelled(Map.of("product", "echo"))).isNull();
        assertThat(Cohort.labelled(Map.of("product", "Echo Dot (3rd)", "cohort", "2026-w03")))
                .isNull();
    }
}
