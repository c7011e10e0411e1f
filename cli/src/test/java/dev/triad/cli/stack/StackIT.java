package dev.triad.cli.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The stack's commands, each in a process of its own, with a real broker and a real database. */
class StackIT {
    private static final Duration LONGEST = Duration.ofSeconds(60);

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it before each test.
    private Path folder;

    private final List<CommandRun> runs = new ArrayList<>();
    private int kafkaPort;
    private int postgresPort;

    @BeforeEach
    void choosePorts() {
        Ports ports = Ports.free();
        kafkaPort = ports.of(Component.KAFKA);
        postgresPort = ports.of(Component.POSTGRES);
    }

    @AfterEach
    void stopEverything() {
        run("down").exitCode();
        runs.forEach(run -> run.process().destroyForcibly());
    }

    @Test
    void tellsItsStatusToAnotherProcessAndKeepsItsDataThroughARestart() throws SQLException {
        // Given
        assertThat(run("status").exitCode()).isEqualTo(3);
        up();
        KeptData kept = new KeptData(kafkaPort, postgresPort);
        kept.write("before");
        CommandRun status = run("status", "--json");
        assertThat(status.exitCode()).isZero();
        assertThat(status.output()).contains("\"kafka\"", "\"postgres\"", "\"up\"");

        // When
        assertThat(run("down").exitCode()).isZero();
        assertThat(run("status").exitCode()).isEqualTo(3);
        up();

        // Then
        assertThat(kept.readRecords()).hasSize(KeptData.COMPRESSIONS.size()).containsOnly("before");
        assertThat(kept.readRows()).containsExactly("before");
        assertThat(kept.durabilitySettings()).containsOnly("on");
    }

    @Test
    void aSecondUpSaysThatItIsRunningAndAResetLeavesItAlone() {
        // Given
        up();

        // When
        CommandRun second = start("up");
        CommandRun reset = run("reset", "--yes");

        // Then
        assertThat(second.exitCode()).isEqualTo(4);
        assertThat(second.output()).contains("Triad is running already", "localhost:" + kafkaPort);
        assertThat(reset.exitCode()).isEqualTo(4);
        assertThat(reset.output()).contains("Triad is running, so its data stays");
        assertThat(run("status").exitCode()).isZero();
    }

    @Test
    void aPortInUseIsNamedBeforeAnythingStarts() throws IOException {
        try (ServerSocket other = new ServerSocket(kafkaPort, 1, InetAddress.getLoopbackAddress())) {
            CommandRun up = start("up");

            assertThat(up.exitCode()).isEqualTo(1);
            assertThat(up.output())
                    .contains("Port " + other.getLocalPort() + ", wanted by kafka", "--kafka-port")
                    .doesNotContain("\tat ");
            assertThat(run("status").exitCode()).isEqualTo(3);
        }
    }

    @Test
    void recoversAfterEverythingWasKilled() throws SQLException {
        // Given
        CommandRun first = up();
        KeptData kept = new KeptData(kafkaPort, postgresPort);
        kept.write("before");

        // When
        kill(first);
        recorded().forEach(process -> process.find().ifPresent(ProcessHandle::destroyForcibly));
        up();

        // Then
        assertThat(kept.readRecords()).hasSize(KeptData.COMPRESSIONS.size()).containsOnly("before");
        assertThat(kept.readRows()).containsExactly("before");
    }

    @Test
    void downStopsWhatAKilledSupervisorLeftBehind() {
        // Given
        CommandRun up = up();
        List<ProcessId> left = recorded();
        kill(up);
        assertThat(left).hasSize(2).allMatch(ProcessId::isAlive);

        // When
        CommandRun down = run("down");

        // Then
        assertThat(down.exitCode()).isZero();
        assertThat(down.output()).contains("Stopping kafka, which an earlier run left behind.");
        assertThat(left).noneMatch(ProcessId::isAlive);
        assertThat(run("down").output()).contains("Triad is not running.");
    }

    @Test
    void startsAgainWhatEndsByItself() {
        // Given
        CommandRun up = up();
        List<ProcessId> first = recorded();

        // When
        first.forEach(process -> process.find().ifPresent(ProcessHandle::destroyForcibly));

        // Then
        await().atMost(LONGEST)
                .until(() -> recorded().stream().allMatch(process -> process.isAlive() && !first.contains(process)));
        await().atMost(LONGEST).until(() -> run("status").exitCode() == 0);
        assertThat(up.output()).contains("kafka ended by itself", "postgres ended by itself", "(1 of 5)");
    }

    @Test
    void aComponentThatCannotStartEndsItAllWithTheEndOfItsLog() throws IOException {
        // Given
        Path kafka = Files.createDirectories(data().resolve("kafka"));
        Files.writeString(kafka.resolve("meta.properties"), "version=1\nnode.id=7\ncluster.id=nonsense\n");

        // When
        CommandRun up = start("up");

        // Then
        assertThat(up.exitCode()).isEqualTo(1);
        assertThat(up.output()).contains("kafka ended while it was starting (exit code 1)", "Stored node id 7");
        assertThat(run("status").exitCode()).isEqualTo(3);
        assertThat(PortCheck.isFree(postgresPort)).isTrue();
    }

    @Test
    void resetDeletesWhatTheStackKeptAndNothingElse() throws IOException {
        // Given
        up();
        run("down");
        Path own = Files.writeString(data().resolve("notes.txt"), "not Triad's");

        // When
        CommandRun refused = run("reset");
        CommandRun reset = run("reset", "--yes");

        // Then
        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.output()).contains("say --yes");
        assertThat(reset.exitCode()).isZero();
        assertThat(reset.output()).contains("kafka", "postgres", "Deleted.");
        assertThat(data()).isDirectoryContaining(own::equals).isDirectoryNotContaining("glob:**/{kafka,postgres}*");
    }

    private CommandRun up() {
        CommandRun run = start("up");
        await().atMost(LONGEST)
                .until(() -> run.output().contains("Triad is up after")
                        || !run.process().isAlive());
        assertThat(run.process().isAlive()).as(run.output()).isTrue();
        return run;
    }

    private CommandRun start(String command) {
        CommandRun run = CommandRun.start(
                folder,
                List.of(
                        command,
                        "--data-dir=" + data(),
                        "--only=kafka,postgres",
                        "--kafka-port=" + kafkaPort,
                        "--postgres-port=" + postgresPort));
        runs.add(run);
        return run;
    }

    /** Calls a command, and waits for its end. */
    private CommandRun run(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.add("--data-dir=" + data());
        CommandRun run = CommandRun.start(folder, all);
        run.exitCode();
        return run;
    }

    private static void kill(CommandRun run) {
        run.process().destroyForcibly();
        run.exitCode();
    }

    private List<ProcessId> recorded() {
        return new RunFile(data().resolve("run.json"))
                .read().orElseThrow().components().stream()
                        .flatMap(component -> component.running().stream())
                        .toList();
    }

    private Path data() {
        return folder.resolve("data");
    }
}
