package dev.triad.cli.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogFileTest {
    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it before each test.
    private Path folder;

    @Test
    void showsTheLastLines() throws IOException {
        Path log = folder.resolve("a.log");
        String lines =
                IntStream.rangeClosed(1, 100_000).mapToObj(Integer::toString).collect(Collectors.joining("\n"));
        Files.writeString(log, lines);

        assertThat(LogFile.tail(log, 2)).containsExactly("99999", "100000");
    }

    @Test
    void showsWhatWasThrownAndNotWhere() throws IOException {
        Path log = folder.resolve("a.log");
        Files.writeString(log, """
                ERROR it failed
                java.lang.IllegalStateException: outer
                \tat some.Class.method(Class.java:1)
                Caused by: java.io.IOException: inner
                \tat some.Class.method(Class.java:2)
                \t... 9 more

                """);

        assertThat(LogFile.tail(log, 3))
                .containsExactly(
                        "ERROR it failed",
                        "java.lang.IllegalStateException: outer",
                        "Caused by: java.io.IOException: inner");
    }

    @Test
    void showsNothingOfALogThatIsNotThere() {
        assertThat(LogFile.tail(folder.resolve("none.log"), 2)).isEmpty();
    }

    @Test
    void keepsTheLogOfTheRunBefore() throws IOException {
        Path log = folder.resolve("a.log");
        Files.writeString(log, "earlier");

        LogFile.beginNew(log);

        assertThat(log).doesNotExist();
        assertThat(folder.resolve("a.log.1")).hasContent("earlier");
    }
}
