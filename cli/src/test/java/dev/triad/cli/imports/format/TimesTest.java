package dev.triad.cli.imports.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.triad.cli.imports.input.RejectedLineException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimesTest {
    @ParameterizedTest
    @CsvSource({
        "2024-09-18 23:00:00,2024-09-18T23:00:00Z",
        "2024-09-18 23:00,2024-09-18T23:00:00Z",
        "2024-09-18T23:00:00Z,2024-09-18T23:00:00Z",
        "2024-09-18T23:00:00+02:00,2024-09-18T21:00:00Z",
        "2024-09-18 23:00:00 UTC,2024-09-18T23:00:00Z",
        "2023-11-16 18:15:46.6805900,2023-11-16T18:15:46.680590Z",
    })
    void aTimeWithoutAZoneIsUtc(String text, String instant) {
        assertThat(Times.parse("Start", text)).isEqualTo(instant);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "yesterday", "2024-02-30 00:00:00", "2024-09-18", "18/09/2024 23:00", "2024-09-18 25:00:00"})
    void whatIsNoTimeIsRejected(String text) {
        assertThatThrownBy(() -> Times.parse("Start", text))
                .isInstanceOf(RejectedLineException.class)
                .hasMessage("Start is \"" + text + "\", which is not a time such as 2024-09-18 23:00:00");
    }
}
