package dev.triad.ledger.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.triad.problem.ProblemException;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeParameterTest {
    @ParameterizedTest
    @CsvSource({
        "2026-01-31, 2026-01-31T00:00:00Z",
        "2026-01-31T09:30:00+01:00, 2026-01-31T08:30:00Z",
        "0000-01-01, 0000-01-01T00:00:00Z",
        "9999-12-31T23:59:59.999999Z, 9999-12-31T23:59:59.999999Z"
    })
    void aTimeOrADateIsRead(String text, Instant time) {
        assertThat(TimeParameter.parse("from", text)).isEqualTo(time);
    }

    @Test
    void nothingIsNoTime() {
        assertThat(TimeParameter.parse("from", null)).isNull();
        assertThat(TimeParameter.parse("from", "")).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"-999999999-01-01T00:00:00Z", "+1000000000-12-31T23:59:59Z", "+10000-01-01T00:00:00Z"})
    void aYearThatAnAnswerCouldNotSayIsRefused(String text) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> TimeParameter.parse("asOf", text))
                .satisfies(refused -> assertThat(refused.problem().detail()).contains("asOf", "0000 to 9999"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"yesterday", "2026-13-45T99:99:99Z", "2026-02-30", "0"})
    void whatIsNoTimeIsRefused(String text) {
        assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> TimeParameter.parse("to", text));
    }
}
