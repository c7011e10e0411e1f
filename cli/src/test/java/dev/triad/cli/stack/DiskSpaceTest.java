package dev.triad.cli.stack;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.triad.cli.CommandException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiskSpaceTest {
    @Test
    void saysHowMuchIsFreeHowMuchIsNeededAndWhatToDo(@TempDir Path folder) {
        assertThatThrownBy(() -> DiskSpace.check(folder, Long.MAX_VALUE))
                .isInstanceOf(CommandException.class)
                .hasMessageMatching("Only [0-9,]+ MiB are free on the disk of .*, and Triad needs [0-9,]+ MiB:"
                        + " free some space, or choose a folder on another disk with --data-dir\\.");
    }

    @Test
    void isContentWithEnough(@TempDir Path folder) {
        assertThatCode(() -> DiskSpace.check(folder, 1)).doesNotThrowAnyException();
    }
}
