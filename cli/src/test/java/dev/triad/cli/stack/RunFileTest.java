package dev.triad.cli.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunFileTest {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00.120Z");

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it before each test.
    private Path folder;

    @SuppressWarnings("NullAway.Init") // open() sets it before each test.
    private RunFile file;

    @BeforeEach
    void open() {
        file = new RunFile(folder.resolve("run.json"));
    }

    @Test
    void givesBackWhatWasWritten() {
        RunState state = state(new ProcessId(4711, "boot/1"));

        file.write(state);

        assertThat(file.read()).contains(state);
    }

    @Test
    void showsTheStateAfterEachLaunch() {
        RunRecord record = RunRecord.begin(file, List.of(Component.KAFKA, Component.STORE), new Ports(Map.of()));
        ProcessId kafka = new ProcessId(12, "boot/1");

        record.launched(Component.KAFKA, kafka, 2);

        assertThat(file.read().orElseThrow().components())
                .containsExactly(
                        new ComponentRun(Component.KAFKA, 9092, kafka, 2), ComponentRun.waiting(Component.STORE, 8081));
    }

    @Test
    void saysThatAStackRunsOnlyWhileItsSupervisorLives() {
        file.write(state(ProcessId.current()));
        assertThat(file.readRunning()).isPresent();

        file.write(state(new ProcessId(ProcessHandle.current().pid(), "boot/1")));
        assertThat(file.readRunning()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "{\"components\":[]}", "{\"supervisor\":null,\"components\":null}"})
    void takesWhatItCannotReadForNothing(String content) throws IOException {
        Files.writeString(file.path(), content);

        assertThat(file.readRunning()).isEmpty();
    }

    @Test
    void isGoneAtTheEnd() {
        RunRecord record = RunRecord.begin(file, List.of(Component.KAFKA), new Ports(Map.of()));

        record.end();

        assertThat(file.path()).doesNotExist();
        assertThat(file.read()).isEmpty();
    }

    private static RunState state(ProcessId supervisor) {
        return new RunState(
                supervisor,
                START,
                List.of(
                        new ComponentRun(Component.KAFKA, 9092, new ProcessId(1, "boot/1"), 1),
                        ComponentRun.waiting(Component.LEDGER, 8080)));
    }
}
