package dev.triad.cli.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.triad.cli.stack.CommandRun;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** The quick part of the fault suite: the commonest faults once each, at moments drawn anew in each run. */
@Tag("long")
class FaultsIT {
    private static final List<String> QUICK = List.of(
            "kill-ledger",
            "kill-broker",
            "stop-database",
            "kill-all",
            "refuse-connections",
            "producer-retries",
            "second-replica",
            "stale-owner",
            "rolling-upgrade",
            "restored-backup");

    /** Some six minutes beside the stack of the other tests; a busy machine is given time. */
    private static final Duration LONGEST = Duration.ofMinutes(15);

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    @SuppressWarnings("NullAway.Init") // JUnit sets it before each test.
    private Path folder;

    private @Nullable CommandRun run;

    /** Asked to end, the command ends every process of its own. */
    @AfterEach
    void stop() {
        if (run != null) {
            run.process().destroy();
        }
    }

    @Test
    void noFaultLosesOrDoublesAnything() {
        // When
        CommandRun suite = CommandRun.start(
                folder,
                List.of(
                        "verify",
                        "--faults",
                        "--only=" + String.join(",", QUICK),
                        "--times=1",
                        "--records=20000",
                        "--data-dir=" + folder.resolve("data")));
        run = suite;
        await().atMost(LONGEST).until(() -> !suite.process().isAlive());

        // Then
        assertThat(suite.exitCode()).as(suite.output()).isZero();
        assertThat(suite.output().lines()).anyMatch(line -> line.startsWith("stale-owner  "));
    }
}
