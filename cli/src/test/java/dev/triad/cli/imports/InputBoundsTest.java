package dev.triad.cli.imports;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.triad.cli.CommandException;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An import holds a line at a time: what a file unpacks to, and what stands in it, costs no memory beyond. */
class InputBoundsTest {
    private static final int MIB = 1 << 20;

    /** What reading one endless line twice may allocate: some lines of the longest kind, however long it goes on. */
    private static final long BYTES_MAX = 64L * MIB;

    private static final int BOMB_MIB = 96;
    private static final Duration LONGEST = Duration.ofSeconds(15);
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    @TempDir
    Path folder;

    /** One format of each kind of reader. */
    @ParameterizedTest
    @EnumSource(names = {"ONLINE_RETAIL", "CLOUDEVENTS"})
    void aFileThatUnpacksToOneEndlessLineIsRefusedWithoutHoldingIt(FormatName format) throws IOException {
        Path bomb = folder.resolve("bomb.gz");
        byte[] zeros = new byte[MIB];
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(bomb))) {
            for (int i = 0; i < BOMB_MIB; i++) {
                out.write(zeros);
            }
        }

        assertBounded(bomb, format, BYTES_MAX);
    }

    @ParameterizedTest
    @EnumSource
    void hugeNumbersAndFieldsAndOpenQuotesAreRejectedLineByLine(FormatName format) throws IOException {
        String excerpt = Files.readString(Imported.excerpt(excerpt(format)), StandardCharsets.UTF_8);
        String last = excerpt.lines().toList().getLast();
        StringBuilder hostile = new StringBuilder(excerpt.endsWith("\n") ? excerpt : excerpt + "\n");
        for (String value :
                new String[] {"1e1000000000", "1e-1000000000", "9".repeat(100_000), "\"", "[".repeat(50_000)}) {
            hostile.append(last.replaceAll("[0-9]+(\\.[0-9]+)?", value)).append('\n');
        }
        hostile.append("\"\n".repeat(2_000)).append(",".repeat(200_000)).append('\n');
        Path file = Files.writeString(folder.resolve("hostile.data"), hostile);

        assertBounded(file, format, BYTES_MAX + 64L * Files.size(file));
    }

    private static void assertBounded(Path file, FormatName format, long bytesMax) {
        long start = System.nanoTime();
        long before = THREADS.getCurrentThreadAllocatedBytes();
        try {
            Imported.of(file, format.with(Imported.settings(format)));
        } catch (CommandException e) {
            assertThat(e.getMessage()).isNotBlank().doesNotContain("\n");
        }
        assertThat(THREADS.getCurrentThreadAllocatedBytes() - before)
                .as("bytes")
                .isLessThan(bytesMax);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(LONGEST);
    }

    private static String excerpt(FormatName format) {
        return switch (format) {
            case ONLINE_RETAIL -> "online-retail.csv";
            case FOCUS -> "focus-1.0.csv";
            case AZURE_LLM -> "azure-llm.csv";
            case SLURP -> "slurp.csv";
            case ANNUAL_REPORT -> "annual-report.csv";
            case CLOUDEVENTS -> "events.jsonl";
        };
    }
}
