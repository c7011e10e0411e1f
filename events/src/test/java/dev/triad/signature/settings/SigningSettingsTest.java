package dev.triad.signature.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.triad.signature.Producers;
import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SigningSettingsTest {
    private static final String KEY = "c2VjcmV0LXNlY3JldC1zZWNyZXQtc2VjcmV0LTEyMzQ=";

    @Test
    void nothingIsSignedAndNobodyIsKnownByDefault() {
        SmallRyeConfig config = builder().build();

        assertThat(producers(config).isNone()).isTrue();
        assertThat(SigningSettings.signer(config.getConfigMapping(SigningConfig.class))
                        .producer())
                .isNull();
    }

    @Test
    void everythingCanBeSet() {
        SmallRyeConfig config = builder()
                .withDefaultValues(Map.of(
                        "triad.signing.producer", "ledger",
                        "triad.signing.key", KEY,
                        "triad.signing.required-from.sales", "7,0,12",
                        "triad.producers.store.key", KEY,
                        "triad.producers.store.sources", "/*/store,/acme/shop",
                        "triad.producers.store.other-keys.2025.key", KEY,
                        "triad.producers.store.other-keys.2025.until.usage", "1,2,3,4,5,6"))
                .build();

        assertThat(producers(config).has("store")).isTrue();
        assertThat(SigningSettings.signer(config.getConfigMapping(SigningConfig.class))
                        .producer())
                .isEqualTo("ledger");
    }

    @Test
    void theEnvironmentDoesToo() {
        SmallRyeConfig config = builder()
                .withSources(new EnvConfigSource(
                        Map.of("TRIAD_PRODUCERS_STORE_KEY", KEY, "TRIAD_PRODUCERS_STORE_SOURCES", "/*/store"), 300))
                .build();

        assertThat(producers(config).has("store")).isTrue();
    }

    @Test
    void whatIsWrongIsNamedAndNoKeyIsShown() {
        refused(Map.of("triad.signing.producer", "store"), "set triad.signing.key too");
        refused(Map.of("triad.signing.key", KEY), "set triad.signing.producer too");
        refused(
                Map.of("triad.producers.store.key", "c2VjcmV0", "triad.producers.store.sources", "/*/store"),
                "triad.producers.store.key must be a key of 32");
        refused(
                Map.of("triad.producers.store.key", KEY, "triad.producers.store.sources", "store"),
                "a source is /{group}/{unit}");
        refused(
                Map.of(
                        "triad.producers.store.key", KEY,
                        "triad.producers.store.sources", "/*/store",
                        "triad.signing.required-from.sale", "1"),
                "the log has no topic triad.sale;");
    }

    private static void refused(Map<String, String> settings, String message) {
        assertThatThrownBy(() -> {
                    SmallRyeConfig config =
                            builder().withDefaultValues(settings).build();
                    producers(config);
                    SigningSettings.signer(config.getConfigMapping(SigningConfig.class));
                })
                .hasMessageContaining(message)
                .hasMessageNotContaining("c2VjcmV0");
    }

    private static Producers producers(SmallRyeConfig config) {
        return SigningSettings.producers(
                config.getConfigMapping(ProducersConfig.class), config.getConfigMapping(SigningConfig.class));
    }

    private static SmallRyeConfigBuilder builder() {
        return new SmallRyeConfigBuilder().withMapping(ProducersConfig.class).withMapping(SigningConfig.class);
    }
}
