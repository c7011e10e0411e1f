package dev.triad.cli.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunLockTest {
    @Test
    void canBeTakenAgainOnceItIsLetGo(@TempDir Path folder) {
        DataDirectory data = new DataDirectory(folder);
        Optional<RunLock> first = RunLock.take(data);

        first.orElseThrow().close();

        Optional<RunLock> second = RunLock.take(data);
        assertThat(second).isPresent();
        second.orElseThrow().close();
    }
}
