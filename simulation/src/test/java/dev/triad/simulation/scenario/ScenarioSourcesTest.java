package dev.triad.simulation.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A source beside a number is one of the published figures, and none that is marked as unsourced. */
class ScenarioSourcesTest {
    private static final Path SCENARIOS = Path.of("src", "main", "resources", "scenarios");

    static Stream<Path> scenarios() throws IOException {
        try (Stream<Path> files = Files.list(SCENARIOS)) {
            return files.sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void everySourceIsAmongTheFigures(Path scenario) throws IOException {
        Path figures = Path.of(System.getProperty("triad.shared", ""), "data", "figures");
        assumeTrue(Files.isDirectory(figures), "the published figures are not here: " + figures);
        List<String> sourced = sourcedRows(figures);

        for (String source : sourcesOf(scenario)) {
            String url = source.split(" ", 2)[0];
            assertThat(sourced).as(source).anyMatch(row -> row.contains(url));
        }
    }

    private static List<String> sourcedRows(Path figures) throws IOException {
        try (Stream<Path> files = Files.list(figures)) {
            return files.flatMap(ScenarioSourcesTest::lines)
                    .filter(row -> !row.contains("unsourced"))
                    .toList();
        }
    }

    private static Stream<String> lines(Path file) {
        try {
            return Files.readAllLines(file).stream();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void theFourCompaniesComeAlong() throws IOException {
        assertThat(scenarios().map(Path::getFileName).map(Path::toString))
                .containsExactly("amazon.yaml", "ebay.yaml", "google.yaml", "microsoft.yaml");
    }

    private static Set<String> sourcesOf(Path scenario) throws IOException {
        JsonNode root = new YAMLMapper().readTree(scenario.toFile());
        Set<String> sources = new TreeSet<>(root.findValuesAsText("source"));
        assertThat(sources).hasSizeGreaterThanOrEqualTo(2);
        return sources;
    }
}
