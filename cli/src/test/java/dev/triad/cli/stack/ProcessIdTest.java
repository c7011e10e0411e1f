package dev.triad.cli.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ProcessIdTest {
    @Test
    void findsTheProcessItNames() {
        assertThat(ProcessId.current().find()).contains(ProcessHandle.current());
        assertThat(ProcessId.current().isAlive()).isTrue();
    }

    @Test
    void doesNotTakeAnotherProcessOfTheSameNumberForIt() {
        ProcessId current = ProcessId.current();
        Instant earlier = current.startedAt().minus(Duration.ofMinutes(1));

        assertThat(new ProcessId(current.pid(), earlier).find()).isEmpty();
    }

    @Test
    void toleratesThatTheClockWasSetALittle() {
        ProcessId current = ProcessId.current();
        Instant earlier = current.startedAt().minus(Duration.ofSeconds(1));

        assertThat(new ProcessId(current.pid(), earlier).isAlive()).isTrue();
    }

    @Test
    void knowsTheDead() throws IOException, InterruptedException {
        Process process = new ProcessBuilder("sleep", "60").start();
        ProcessId id = ProcessId.of(process.toHandle());
        assertThat(id.isAlive()).isTrue();

        process.destroyForcibly().waitFor();

        assertThat(id.isAlive()).isFalse();
    }
}
