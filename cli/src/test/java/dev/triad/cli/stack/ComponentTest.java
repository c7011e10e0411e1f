package dev.triad.cli.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ComponentTest {
    @ParameterizedTest
    @EnumSource
    void comesAfterAllThatItNeeds(Component component) {
        assertThat(component.needs()).allMatch(needed -> needed.ordinal() < component.ordinal());
    }

    @Test
    void bringsWhatItNeeds() {
        assertThat(Component.withNeeds(Set.of(Component.LEDGER)))
                .containsExactly(Component.KAFKA, Component.POSTGRES, Component.LEDGER);
        assertThat(Component.withNeeds(Set.of(Component.STORE))).containsExactly(Component.KAFKA, Component.STORE);
    }
}
