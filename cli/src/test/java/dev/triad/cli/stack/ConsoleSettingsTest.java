package dev.triad.cli.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ConsoleSettingsTest {
    private static final Ports PORTS = new Ports(Map.of(Component.LEDGER, 18080, Component.CLOUD, 18082));

    @Test
    void tellTheLedgerWhereTheServicesAre() {
        assertThat(ConsoleSettings.of(Component.LEDGER, PORTS))
                .containsOnly(
                        Map.entry("TRIAD_SERVICES_STORE", "http://localhost:8081"),
                        Map.entry("TRIAD_SERVICES_CLOUD", "http://localhost:18082"),
                        Map.entry("TRIAD_SERVICES_DEVICE", "http://localhost:8083"));
    }

    @Test
    void tellTheServicesFromWhichPageTheyMayBeAsked() {
        assertThat(ConsoleSettings.of(Component.DEVICE, PORTS))
                .containsOnly(Map.entry("TRIAD_CONSOLE_ORIGINS", "http://localhost:18080,http://127.0.0.1:18080"));
        assertThat(ConsoleSettings.of(Component.KAFKA, PORTS)).isEmpty();
    }
}
