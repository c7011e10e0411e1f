package dev.triad.ledger.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServicesConfigTest {
    @Test
    void knowsTheLocalPortsByDefault() {
        assertThat(services(Map.of()))
                .containsExactly(
                        new UnitService("store", "http://localhost:8081"),
                        new UnitService("cloud", "http://localhost:8082"),
                        new UnitService("device", "http://localhost:8083"));
    }

    @Test
    void takesOtherAddressesAndLeavesOutWhatIsNotThere() {
        assertThat(services(Map.of(
                        "triad.services.store", "https://store.example",
                        "triad.services.cloud", "http://[::1]:9082",
                        "triad.services.device", "")))
                .containsExactly(
                        new UnitService("store", "https://store.example"),
                        new UnitService("cloud", "http://[::1]:9082"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost:8081",
                "/store",
                "ftp://localhost:8081",
                "http://localhost:8081/",
                "http://localhost:8081/api",
                "http://me@localhost:8081",
                "http://localhost:8081?a=b",
                "http://localhost:8081#a",
                "http://*:8081"
            })
    void refusesWhatIsNoAddressOfAService(String address) {
        assertThatThrownBy(() -> services(Map.of("triad.services.store", address)))
                .hasStackTraceContaining("triad.services.store must be like http://localhost:8081");
    }

    @Test
    void thePageMayAskTheLedgerAndTheServicesAndNobodyElse() {
        assertThat(PagePolicy.of(services(Map.of())))
                .contains(
                        "default-src 'self';",
                        "connect-src 'self' http://localhost:8081 http://localhost:8082 http://localhost:8083;",
                        "frame-ancestors 'none'");
    }

    private static List<UnitService> services(Map<String, String> settings) {
        return new UnitServices(new SmallRyeConfigBuilder()
                        .withMapping(ServicesConfig.class)
                        .withDefaultValues(settings)
                        .build()
                        .getConfigMapping(ServicesConfig.class))
                .all();
    }
}
