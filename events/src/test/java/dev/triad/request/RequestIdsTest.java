package dev.triad.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestIdsTest {
    @ParameterizedTest
    @ValueSource(strings = {"a", "01JDC7-x_y.z:1+2/3=@", "4bf92f3577b34da6a3ce929d0e0e4736"})
    void takesTheCallersOwn(String given) {
        assertThat(RequestIds.of(given)).isEqualTo(given);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " ", "a b", "a\nlevel=ERROR", "a\u001b[2J", "a\u202eb", "é", "\"}", "${jndi:x}"})
    void makesOneWhereTheCallersCouldBeMistaken(String given) {
        assertThat(UUID.fromString(RequestIds.of(given)).version()).isEqualTo(4);
    }

    @Test
    void isBounded() {
        assertThat(RequestIds.of("a".repeat(128))).hasSize(128);
        assertThat(RequestIds.of("a".repeat(129))).hasSize(36);
    }
}
