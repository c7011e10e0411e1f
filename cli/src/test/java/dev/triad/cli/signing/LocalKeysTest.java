package dev.triad.cli.signing;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.triad.cli.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocalKeysTest {
    @TempDir
    Path folder = Path.of("");

    @Test
    void nothingIsSignedBeforeItBegan() {
        LocalKeys keys = LocalKeys.in(folder.resolve("signing"));

        keys.make();

        assertThat(keys.areInUse()).isFalse();
        assertThat(keys.importer()).isEmpty();
    }

    @Test
    void keysAreMadeOnceAndEachIsAnother() throws IOException {
        LocalKeys.in(folder).make();
        Set<String> made = keys();

        LocalKeys.in(folder).make();

        assertThat(made).hasSize(LocalKeys.SOURCES.size());
        assertThat(keys()).isEqualTo(made);
    }

    @Test
    void whatWasHalfMadeIsMadeAnew() throws IOException {
        LocalKeys.in(folder).make();
        Set<String> made = keys();
        Files.delete(folder.resolve("producers.properties"));

        LocalKeys.in(folder).make();

        assertThat(keys()).hasSize(LocalKeys.SOURCES.size()).doesNotContainAnyElementsOf(made);
    }

    @ParameterizedTest
    @ValueSource(strings = {"store", "cloud", "device"})
    void aServiceMayWriteTheUnitsThatTheScenariosHaveForIt(String service) throws IOException {
        Set<String> units = new TreeSet<>();
        try (Stream<Path> files = Files.list(Home.find().resolve("simulation/src/main/resources/scenarios"))) {
            for (Path file : files.toList()) {
                JsonNode unit =
                        new YAMLMapper().readTree(file.toFile()).path(service).path("unit");
                if (unit.isTextual()) {
                    units.add("/*/" + unit.asText());
                }
            }
        }

        String sources = LocalKeys.SOURCES.getOrDefault(service, "");
        assertThat(sources.split(",")).containsExactlyInAnyOrderElementsOf(units);
        // The same of a stack of containers.
        assertThat(Files.readString(Home.find().resolve("deploy/image/secrets")))
                .contains("producer %s-service %s ".formatted(service, service))
                .contains(":-" + sources + "}\"");
    }

    /** The keys that the ledger knows. */
    private Set<String> keys() throws IOException {
        try (Stream<String> lines = Files.lines(folder.resolve("producers.properties"))) {
            return lines.filter(line -> line.contains(".key="))
                    .map(line -> line.substring(line.indexOf('=') + 1))
                    .collect(toSet());
        }
    }
}
