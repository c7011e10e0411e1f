package dev.triad.cli.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class ProcessIdTest {
    @Test
    void findsTheProcessItNames() {
        assertThat(ProcessId.current().find()).contains(ProcessHandle.current());
        assertThat(ProcessId.current().isAlive()).isTrue();
    }

    @Test
    void doesNotTakeAnotherProcessOfTheSameNumberForIt() {
        long pid = ProcessId.current().pid();

        assertThat(new ProcessId(pid, "another start").find()).isEmpty();
    }

    @Test
    void tellsTheSameOfAProcessEachTime() {
        assertThat(ProcessId.current()).isEqualTo(ProcessId.current());
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
