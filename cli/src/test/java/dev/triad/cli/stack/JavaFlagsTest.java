package dev.triad.cli.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JavaFlagsTest {
    private static final String QUICK_COMPILER = "-XX:TieredStopAtLevel=1";

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it before each test.
    private Path caches;

    @Test
    void useACacheWhereThereIsOne() throws IOException {
        Path cache = Files.writeString(caches.resolve("store.aot"), "");
        JavaFlags flags = new JavaFlags(caches, false);

        assertThat(flags.of(Component.STORE)).contains("-XX:AOTCache=" + cache);
        assertThat(flags.withoutCache(Component.STORE)).noneMatch(flag -> flag.contains("AOT"));
        assertThat(flags.of(Component.CLOUD)).noneMatch(flag -> flag.contains("AOT"));
    }

    @Test
    void writeACacheWhereOneIsToBeMade() throws IOException {
        Path cache = Files.writeString(caches.resolve("kafka.aot"), "of an earlier build");

        assertThat(new JavaFlags(caches, true).of(Component.KAFKA))
                .contains("-XX:AOTCacheOutput=" + cache)
                .doesNotContain("-XX:AOTCache=" + cache);
    }

    @Test
    void letTheLedgerCompileWell() {
        JavaFlags flags = new JavaFlags(caches, false);

        assertThat(flags.of(Component.LEDGER)).doesNotContain(QUICK_COMPILER);
        assertThat(flags.of(Component.STORE)).contains(QUICK_COMPILER);
    }
}
