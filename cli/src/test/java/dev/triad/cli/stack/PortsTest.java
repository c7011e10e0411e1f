package dev.triad.cli.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.triad.cli.CommandException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PortsTest {
    @Test
    void hasTheDocumentedDefaults() {
        Ports ports = new Ports(Map.of());

        assertThat(ports.of(Component.LEDGER)).isEqualTo(8080);
        assertThat(ports.of(Component.STORE)).isEqualTo(8081);
        assertThat(ports.of(Component.CLOUD)).isEqualTo(8082);
        assertThat(ports.of(Component.DEVICE)).isEqualTo(8083);
        assertThat(ports.of(Component.KAFKA)).isEqualTo(9092);
        assertThat(ports.of(Component.POSTGRES)).isEqualTo(15432);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 65_536})
    void refusesWhatIsNoPort(int port) {
        assertThatThrownBy(() -> new Ports(Map.of(Component.STORE, port)))
                .isInstanceOf(CommandException.class)
                .hasMessage("--store-port must be 1 to 65535, not %d.", port);
    }

    @Test
    void refusesOnePortForTwoComponents() {
        assertThatThrownBy(() -> new Ports(Map.of(Component.KAFKA, 9000, Component.LEDGER, 9000)))
                .isInstanceOf(CommandException.class)
                .hasMessage("kafka and ledger cannot both use port 9000: change --kafka-port or --ledger-port.");
    }
}
