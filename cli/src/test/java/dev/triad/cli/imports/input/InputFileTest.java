package dev.triad.cli.imports.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class InputFileTest {
    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it.
    private Path folder;

    @Test
    void gzipIsKnownByItsFirstBytesAndNotByItsName() throws IOException {
        Path file = Files.write(folder.resolve("data.csv"), gzip("first\nsecond\n".getBytes(StandardCharsets.UTF_8)));

        try (var in = InputFile.of(file).open(new AtomicLong())) {
            assertThat(in.readAllBytes()).asString(StandardCharsets.UTF_8).isEqualTo("first\nsecond\n");
        }
    }

    @Test
    void readingTellsHowFarItHasCome() throws IOException {
        Path file = Files.writeString(folder.resolve("data.csv"), "first\nsecond\n");
        AtomicLong bytes = new AtomicLong();

        try (var in = InputFile.of(file).open(bytes)) {
            in.readAllBytes();
        }

        assertThat(bytes).hasValue(13);
    }

    static Stream<Arguments> unreadable() {
        return Stream.of(
                Arguments.of(new byte[0], "data.csv is empty"),
                Arguments.of(bytes("504b030414000000"), "data.csv is a zip archive; unpack it first"),
                Arguments.of(bytes("504152311504"), "data.csv is a Parquet file; write it as CSV first"),
                Arguments.of(bytes("28b52ffd0458"), "data.csv is compressed by zstd; unpack it first"),
                Arguments.of(bytes("fffe61002c00"), "data.csv is in UTF-16; write it as UTF-8 first"));
    }

    @ParameterizedTest
    @MethodSource("unreadable")
    void whatCannotBeReadIsSaidInOneSentence(byte[] content, String sentence) throws IOException {
        Path file = Files.write(folder.resolve("data.csv"), content);

        assertThatThrownBy(() -> InputFile.of(file))
                .isInstanceOf(UnreadableFileException.class)
                .hasMessage(sentence);
    }

    @Test
    void aFileThatIsNotThereOrNoFileIsSaid() {
        Path missing = folder.resolve("missing.csv");

        assertThatThrownBy(() -> InputFile.of(missing)).hasMessage(missing + " does not exist");
        assertThatThrownBy(() -> InputFile.of(folder)).hasMessage(folder + " is not a regular file");
    }

    @Test
    void aGzipThatIsCutOffIsReadUpToThereAndThenSaid() throws IOException {
        byte[] noise = new byte[200_000];
        new Random(1).nextBytes(noise);
        for (int i = 0; i < noise.length; i++) {
            noise[i] = i % 100 == 99 ? (byte) '\n' : (byte) ('a' + (noise[i] & 15));
        }
        byte[] whole = gzip(noise);
        Path file = Files.write(folder.resolve("data.gz"), Arrays.copyOf(whole, whole.length / 2));

        try (TextRows rows = new TextRows(InputFile.of(file), new AtomicLong())) {
            assertThatThrownBy(() -> {
                        while (rows.next() != null) {
                            // Reads on until the file breaks off.
                        }
                    })
                    .isInstanceOf(UnreadableFileException.class)
                    .hasMessageContaining("data.gz is cut off or damaged: its gzip data breaks off in line ");
        }
    }

    @Test
    void aGzipOfNothingButItsFirstBytesIsSaid() throws IOException {
        Path file = Files.write(folder.resolve("data.gz"), bytes("1f8b0800"));

        assertThatThrownBy(() -> InputFile.of(file).open(new AtomicLong()))
                .hasMessage("data.gz begins like gzip, but is cut off or damaged");
    }

    @Test
    void aFileThatChangesInBetweenIsNoticed() throws IOException {
        Path file = Files.writeString(folder.resolve("data.csv"), "first\n");
        InputFile input = InputFile.of(file);

        Files.writeString(file, "first\nsecond\n");

        assertThatThrownBy(input::requireUnchanged)
                .hasMessage("data.csv changed while it was read; import it again when it is complete");
    }

    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex);
    }

    private static byte[] gzip(byte[] content) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(content);
        }
        return packed.toByteArray();
    }
}
