package dev.triad.cli.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BrokerSettingsTest {
    private final Map<String, String> settings = BrokerSettings.of(Path.of("/data/kafka"), 9092, 40_000);

    @Test
    void areHeardOnTheLoopbackAddressAlone() {
        assertThat(settings.get("listeners")).isEqualTo("CLIENT://127.0.0.1:9092,CONTROLLER://127.0.0.1:40000");
    }

    @Test
    void keepEverythingAndCreateNothingByThemselves() {
        assertThat(settings)
                .containsEntry("log.retention.ms", "-1")
                .containsEntry("log.retention.bytes", "-1")
                .containsEntry("auto.create.topics.enable", "false");
    }
}
