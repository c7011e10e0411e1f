package dev.triad.cli.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.triad.cli.ExitCode;
import dev.triad.cli.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Each measurement once, on a small workload and with the packaged ledger. The figures mean nothing; that the books
 * come to what the workload says is checked by the measurements themselves, which fail when they do not.
 */
@Tag("long")
class BenchIT {
    private static final Duration LONGEST = Duration.ofMinutes(3);

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it before each test.
    private Path folder;

    @BeforeEach
    void requireLedger() {
        assumeThat(Home.find().resolve("ledger-service/target/quarkus-app/quarkus-run.jar"))
                .as("the ledger-service is built")
                .exists();
    }

    @Test
    void measuresADrainBesideItsCeiling() throws IOException, InterruptedException {
        // When
        JsonNode figures = bench("drain", "--events=3000", "--rounds=2");

        // Then
        JsonNode drain = figures.path("drain");
        assertThat(drain.path("records").asLong()).isEqualTo(3_000);
        for (String figure : List.of("eventsPerSecond", "postingsPerSecond", "ceilingRatio")) {
            assertSpread(drain.path(figure), 2);
        }
        assertSpread(figures.path("rebuild").path("seconds"), 2);
        assertThat(figures.path("machine").path("cores").asInt()).isPositive();
        assertThat(folder.resolve("data")).doesNotExist();
    }

    @Test
    void measuresLatencyAndAnswers() throws IOException, InterruptedException {
        // When
        JsonNode latency =
                bench("latency", "--backlog=1000", "--rates=200", "--seconds=1", "--warm-up=1", "--rounds=1");
        JsonNode query =
                bench("query", "--stored=1000", "--added=500", "--slice=100", "--rounds=1", "--warm-up-questions=1");

        // Then
        assertSpread(latency.path("latency").path(0).path("visible").path("p99Millis"), 1);
        for (String state : List.of("idle", "draining")) {
            JsonNode answers = query.path("query").path(state);
            assertThat(answers.size()).isEqualTo(QueryKind.values().length);
            answers.forEach(answer -> assertSpread(answer.path("times").path("p99Millis"), 1));
        }
    }

    private static void assertSpread(JsonNode spread, int runs) {
        assertThat(spread.path("runs").size()).as(spread.toString()).isEqualTo(runs);
        assertThat(spread.path("min").asDouble())
                .isPositive()
                .isLessThanOrEqualTo(spread.path("median").asDouble());
        assertThat(spread.path("max").asDouble())
                .isGreaterThanOrEqualTo(spread.path("median").asDouble());
    }

    /** Calls the packaged command as a shell does; its figures. */
    private JsonNode bench(String measurement, String... options) throws IOException, InterruptedException {
        Path json = folder.resolve(measurement + ".json");
        Path output = folder.resolve(measurement + ".out");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-jar",
                Home.find().resolve("cli/target/triad.jar").toString(),
                "bench",
                measurement,
                "--data-dir=" + folder.resolve("data"),
                "--json=" + json));
        command.addAll(List.of(options));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        boolean ended = process.waitFor(LONGEST.toSeconds(), TimeUnit.SECONDS);
        process.destroy();
        assertThat(ended && process.waitFor() == ExitCode.OK)
                .as(Files.readString(output))
                .isTrue();
        return new ObjectMapper().readTree(Files.readAllBytes(json));
    }
}
