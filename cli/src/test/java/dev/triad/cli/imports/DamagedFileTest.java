package dev.triad.cli.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.triad.cli.CommandException;
import dev.triad.events.CloudEvent;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Whatever is done to a file, the import ends, and ends with a report or one sentence. */
class DamagedFileTest {
    private static final List<String> EXCERPTS = List.of(
            "online-retail.csv", "focus-1.0.csv", "azure-llm.csv", "slurp.csv", "annual-report.csv", "events.jsonl");

    private static final List<FormatName> FORMATS = List.of(
            FormatName.ONLINE_RETAIL,
            FormatName.FOCUS,
            FormatName.AZURE_LLM,
            FormatName.SLURP,
            FormatName.ANNUAL_REPORT,
            FormatName.CLOUDEVENTS);

    private static final String SPITE = "\",\n\r\u0000;'{}[]\\eE+-.09 \u00ff\ufeff";
    private static final Duration LONG = Duration.ofSeconds(20);

    @Property(tries = 400)
    void aDamagedFileIsImportedInPartOrRefusedInOneSentence(
            @ForAll @IntRange(max = 5) int format,
            @ForAll long seed,
            @ForAll @IntRange(max = 40) int damages,
            @ForAll boolean gzip)
            throws IOException {
        Random random = new Random(seed);
        byte[] content = Files.readAllBytes(Imported.excerpt(EXCERPTS.get(format)));
        for (int i = 0; i < damages; i++) {
            content = damaged(content, random);
        }
        Path file = Files.createTempFile("damaged", ".data");
        try {
            Files.write(file, gzip ? damaged(gzip(content), random) : content);
            assertTimeoutPreemptively(LONG, () -> requireOrderlyEnd(file, FORMATS.get(format)));
        } finally {
            Files.delete(file);
        }
    }

    private static void requireOrderlyEnd(Path file, FormatName name) {
        try {
            Imported imported = Imported.of(file, name.with(Imported.settings(name)));
            assertThat(imported.delivery().events())
                    .extracting(CloudEvent::id)
                    .as("nothing is said twice, unless the file itself gives the ids")
                    .satisfies(ids -> {
                        if (name != FormatName.CLOUDEVENTS) {
                            assertThat(ids).doesNotHaveDuplicates();
                        }
                    });
        } catch (CommandException e) {
            assertThat(e.getMessage()).isNotBlank().doesNotContain("\n");
        }
    }

    private static byte[] damaged(byte[] content, Random random) {
        if (content.length == 0) {
            return content;
        }
        int at = random.nextInt(content.length);
        int end = Math.min(content.length, at + random.nextInt(40));
        return switch (random.nextInt(5)) {
            case 0 -> flipped(content, at, (byte) random.nextInt(256));
            case 1 -> flipped(content, at, (byte) SPITE.charAt(random.nextInt(SPITE.length())));
            case 2 -> joined(Arrays.copyOf(content, at), Arrays.copyOfRange(content, end, content.length));
            case 3 -> joined(Arrays.copyOf(content, end), Arrays.copyOfRange(content, at, content.length));
            default -> random.nextInt(8) == 0 ? Arrays.copyOf(content, at) : content;
        };
    }

    private static byte[] flipped(byte[] content, int at, byte to) {
        byte[] copy = content.clone();
        copy[at] = to;
        return copy;
    }

    private static byte[] joined(byte[] head, byte[] tail) {
        byte[] all = Arrays.copyOf(head, head.length + tail.length);
        System.arraycopy(tail, 0, all, head.length, tail.length);
        return all;
    }

    private static byte[] gzip(byte[] content) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(content);
        }
        return packed.toByteArray();
    }
}
