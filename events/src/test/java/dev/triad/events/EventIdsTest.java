package dev.triad.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.NotEmpty;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventIdsTest {
    private static final Instant TIME = Instant.parse("2026-01-31T09:30:00Z");
    private static final Source STORE = new Source("amazon", "store");

    @Test
    void aDerivedIdIsTheSameInEveryRelease() {
        // An id that changed would let a second import of the same file count everything twice.
        assertThat(EventIds.derived(TIME, STORE, "order", "1000234"))
                .hasToString("019c1363-49c0-7b92-85fc-7aaff0504938");
    }

    @Property
    @Domain(EventDomain.class)
    @Domain(DomainContext.Global.class)
    void aDerivedIdIsAUuidOfVersion7WithItsTime(
            @ForAll Instant time, @ForAll Source source, @ForAll @Size(max = 3) List<String> key) {
        // When
        UUID id = derived(time, source, key);

        // Then
        assertThat(id).isEqualTo(derived(time, source, key));
        assertThat(id.version()).isEqualTo(7);
        assertThat(id.variant()).isEqualTo(2);
        assertThat(id.getMostSignificantBits() >>> 16).isEqualTo(time.toEpochMilli());
    }

    @Property
    @Domain(EventDomain.class)
    void idsAreOrderedByTimeInEveryForm(@ForAll Instant one, @ForAll Instant other) {
        UUID first = EventIds.derived(one, STORE, "x");
        UUID second = EventIds.derived(other, STORE, "x");

        int byTime = Integer.signum(Long.compare(one.toEpochMilli(), other.toEpochMilli()));
        assertThat(Integer.signum(first.compareTo(second))).isEqualTo(byTime);
        assertThat(Integer.signum(first.toString().compareTo(second.toString())))
                .isEqualTo(byTime);
    }

    @Property
    void differentKeysAreDifferentIdsHoweverTheirPartsRunTogether(
            @ForAll @NotEmpty String text, @ForAll @Size(min = 2, max = 2) List<Integer> cuts) {
        // Given two ways to cut one text into two parts
        int one = Math.floorMod(cuts.getFirst(), text.length() + 1);
        int other = Math.floorMod(cuts.getLast(), text.length() + 1);

        // When
        UUID first = EventIds.derived(TIME, STORE, text.substring(0, one), text.substring(one));
        UUID second = EventIds.derived(TIME, STORE, text.substring(0, other), text.substring(other));

        // Then
        // A cut through a pair of surrogates loses its halves in UTF-8: such keys may meet.
        if (one != other && text.chars().noneMatch(c -> Character.isSurrogate((char) c))) {
            assertThat(first).isNotEqualTo(second);
        }
        assertThat(first).isNotEqualTo(EventIds.derived(TIME, STORE, text));
        assertThat(first).isNotEqualTo(EventIds.derived(TIME, new Source("amazon", "store0"), text));
    }

    @Property
    @Domain(EventDomain.class)
    void anIdIsReadAsTheJdkReadsIt(@ForAll UUID id) {
        assertThat(EventIds.parse(id.toString())).isEqualTo(UUID.fromString(id.toString()));
        assertThat(EventIds.parse(id.toString().toUpperCase(Locale.ROOT))).isEqualTo(id);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1-1-1-1-1",
                "019b7a2c4c007d1ea3f25b8c9d0e1f23",
                "019b7a2c-4c00-7d1e-a3f2-5b8c9d0e1f2",
                "019b7a2c-4c00-7d1e-a3f2-5b8c9d0e1f2g",
                "+19b7a2c-4c00-7d1e-a3f2-5b8c9d0e1f23",
                "-19b7a2c-4c00-7d1e-a3f2-5b8c9d0e1f23",
                "019b7a2-c4c00-7d1e-a3f2-5b8c9d0e1f23",
                "٠19b7a2c-4c00-7d1e-a3f2-5b8c9d0e1f23",
                " 19b7a2c-4c00-7d1e-a3f2-5b8c9d0e1f23"
            })
    void onlyTheFullFormIsAnId(String text) {
        assertThat(EventIds.parse(text)).isNull();
        assertThatExceptionOfType(InvalidEventException.class)
                .isThrownBy(() -> EventIds.parse(Defect.ID, "ce_id", text))
                .withMessageStartingWith("ce_id must be a UUID");
    }

    private static UUID derived(Instant time, Source source, List<String> key) {
        return EventIds.derived(time, source, key.toArray(String[]::new));
    }
}
