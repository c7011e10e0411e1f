package dev.triad.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventTimesTest {
    @Property
    @Domain(EventDomain.class)
    void aTimeIsReadAsTheJdkWritesIt(@ForAll Instant time) {
        assertThat(parse(time.toString())).isEqualTo(time);
    }

    @Property
    @Domain(EventDomain.class)
    @Domain(DomainContext.Global.class)
    void anOffsetIsTakenAway(@ForAll Instant time, @ForAll @IntRange(min = -1_080, max = 1_080) int minutes) {
        // Given
        OffsetDateTime local = time.atOffset(ZoneOffset.ofTotalSeconds(minutes * 60));
        String text = local.format(DateTimeFormatter.ISO_OFFSET_DATE_TIME);

        // Then
        if (local.getYear() >= 1970 && local.getYear() <= 2199 && local.getSecond() + local.getNano() > 0) {
            assertThat(parse(text)).isEqualTo(time);
        }
    }

    @Property(tries = 20_000, edgeCases = EdgeCasesMode.NONE)
    void whatIsReadIsReadAlikeByTheJdk(@ForAll("nearlyTimes") String text) {
        Instant read = parse(text);

        if (read != null) {
            assertThat(jdk(text)).isEqualTo(read);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "1970-01-01T00:00:00Z, 1970-01-01T00:00:00Z",
        "2026-01-31T09:30:00.5Z, 2026-01-31T09:30:00.500Z",
        "2026-01-31T09:30:00.000000001Z, 2026-01-31T09:30:00.000000001Z",
        "2024-02-29T23:59:59-00:00, 2024-02-29T23:59:59Z",
        "2026-01-31T23:30:00-18:00, 2026-02-01T17:30:00Z",
        "2199-12-31T23:59:59.999999999Z, 2199-12-31T23:59:59.999999999Z"
    })
    void aTimeMayHaveAFractionAndAnOffset(String text, Instant time) {
        assertThat(parse(text)).isEqualTo(time);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2026-01-31",
                "2026-01-31T09:30Z",
                "2026-01-31T09:30:00",
                "2026-01-31t09:30:00Z",
                "2026-01-31T09:30:00z",
                "2026-01-31 09:30:00Z",
                "2026-01-31T09:30:00.Z",
                "2026-01-31T09:30:00,5Z",
                "2026-01-31T09:30:00.1234567890Z",
                "2026-01-31T09:30:00+2:00",
                "2026-01-31T09:30:00+0200",
                "2026-01-31T09:30:00+18:01",
                "2026-01-31T09:30:00Z[UTC]",
                "2026-02-29T00:00:00Z",
                "2026-04-31T00:00:00Z",
                "2026-00-01T00:00:00Z",
                "2026-01-00T00:00:00Z",
                "2026-01-31T24:00:00Z",
                "2026-01-31T23:60:00Z",
                "2016-12-31T23:59:60Z",
                "-026-01-31T09:30:00Z",
                "+1000000-01-01T00:00:00Z",
                "१९७०-01-31T09:30:00Z",
                "2026-01-31T09:30:00Z\n"
            })
    void anythingElseIsNoTime(String text) {
        assertThatExceptionOfType(InvalidEventException.class)
                .isThrownBy(() -> EventTimes.parse(Defect.TIME, "ce_time", text))
                .withMessageStartingWith("ce_time must be an RFC 3339 time")
                .extracting(InvalidEventException::defect)
                .isEqualTo(Defect.TIME);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0001-01-01T00:00:00Z",
                "1969-12-31T23:59:59.999999999Z",
                "1970-01-01T00:00:00+00:01",
                "2200-01-01T00:00:00Z",
                "2199-12-31T23:59:59-00:01",
                "9999-12-31T23:59:59Z"
            })
    void aTimeThatALedgerCannotHoldIsRefused(String text) {
        assertThatExceptionOfType(InvalidEventException.class)
                .isThrownBy(() -> EventTimes.parse(Defect.TIME, "ce_time", text))
                .withMessage("ce_time must lie between the years 1970 and 2199");
    }

    @Provide
    Arbitrary<String> nearlyTimes() {
        Arbitrary<String> two =
                Arbitraries.integers().between(100, 161).map(n -> n.toString().substring(1));
        Arbitrary<String> fraction = Arbitraries.oneOf(
                Arbitraries.just(""),
                Arbitraries.strings().numeric().ofMaxLength(10).map(f -> "." + f));
        Arbitrary<String> zone = Arbitraries.oneOf(
                Arbitraries.just("Z"),
                Combinators.combine(Arbitraries.of("+", "-"), two, two).as((s, h, m) -> s + h + ":" + m));
        Arbitrary<String> date = Combinators.combine(Arbitraries.integers().between(1960, 2210), two, two)
                .as((y, m, d) -> y + "-" + m + "-" + d);
        return Combinators.combine(date, two, two, two, fraction, zone)
                .as((day, h, m, s, f, z) -> day + "T" + h + ":" + m + ":" + s + f + z);
    }

    private static @Nullable Instant parse(String text) {
        try {
            return EventTimes.parse(Defect.TIME, "ce_time", text);
        } catch (InvalidEventException e) {
            return null;
        }
    }

    private static @Nullable Instant jdk(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }
}
