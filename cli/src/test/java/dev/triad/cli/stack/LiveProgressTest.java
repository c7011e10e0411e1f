package dev.triad.cli.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.EnumSet;
import org.junit.jupiter.api.Test;

class LiveProgressTest {
    private final ByteArrayOutputStream shown = new ByteArrayOutputStream();
    private final Progress progress = new LiveProgress(
            new PrintStream(shown, true, StandardCharsets.UTF_8), EnumSet.of(Component.KAFKA, Component.STORE));

    @Test
    void showsWhatEachComponentDoesOrWaitsFor() {
        progress.starting(Component.KAFKA);

        assertThat(lastFrame()).contains("kafka     starting, 0.0 s").containsPattern("store .*waits for kafka");
    }

    @Test
    void drawsOverTheFrameBefore() {
        progress.ready(Component.KAFKA, Duration.ofMillis(1_500));
        progress.ready(Component.STORE, Duration.ofMillis(2_500));

        assertThat(shown.toString(StandardCharsets.UTF_8)).contains("\u001b[2A\r\u001b[J");
        assertThat(lastFrame()).contains("kafka     ready after 1.5 s").contains("store     ready after 2.5 s");
    }

    @Test
    void leavesStandingWhatWasSaid() {
        progress.ready(Component.KAFKA, Duration.ofSeconds(1));
        progress.say("kafka ended by itself.");
        progress.ready(Component.KAFKA, Duration.ofSeconds(1));

        String after = shown.toString(StandardCharsets.UTF_8).split("kafka ended by itself", 2)[1];
        assertThat(after).doesNotContain("\u001b[2A");
    }

    private String lastFrame() {
        String[] frames = shown.toString(StandardCharsets.UTF_8).split("\u001b\\[J");
        return frames[frames.length - 1];
    }
}
