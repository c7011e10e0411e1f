package dev.triad.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which pages may have a browser change something. */
class OriginsTest {
    private static final Set<String> CONSOLE = Set.of("http://localhost:8080");

    @ParameterizedTest
    @CsvSource({
        "http://localhost:8081,     localhost:8081, true",
        "http://LOCALHOST:8081,     localhost:8081, true",
        "https://triad.example,     triad.example,  true",
        "http://localhost:8080,     localhost:8081, true",
        "http://localhost:8082,     localhost:8081, false",
        "http://localhost,          localhost:8081, false",
        "http://localhost:8081.evil.example, localhost:8081, false",
        "http://evil.example,       localhost:8081, false",
        "'null',                    localhost:8081, false",
        "not an origin,             localhost:8081, false",
        ",                          localhost:8081, false",
    })
    void aServicesOwnPageAndTheConfiguredOnesAreTrusted(String origin, String authority, boolean trusted) {
        assertThat(Origins.isTrusted(origin, authority, CONSOLE)).isEqualTo(trusted);
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE", "PATCH"})
    void whatChangesSomethingIsAskedWhereItComesFrom(String method) {
        assertThat(Origins.changesNothing(method)).isFalse();
    }

    @Test
    void readingIsNot() {
        assertThat(Origins.changesNothing("GET")).isTrue();
    }
}
