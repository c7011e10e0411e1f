package dev.triad.cli.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RowFileTest {
    private static final byte[] HEADER = {'P', 'G', 'C', 'O', 'P', 'Y', '\n', -1, '\r', '\n', 0, 0, 0, 0, 0, 0, 0, 0, 0
    };

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it before each test.
    private Path folder;

    @ParameterizedTest
    @CsvSource({"0, 0", "1, 1", "3, 1", "4, 2", "7, 3"})
    void eachChunkIsACopyOfItsOwn(int rows, int chunks) throws IOException {
        // Given
        byte[] copied = copy(rows(0, rows));

        // When
        RowFile file = RowFile.write(new ByteArrayInputStream(copied), folder.resolve("rows"), 3);

        // Then
        assertThat(file.rows()).isEqualTo(rows);
        assertThat(file.chunks()).hasSize(chunks);
        try (FileChannel channel = file.open()) {
            for (int i = 0; i < chunks; i++) {
                int last = Math.min(rows, 3 * (i + 1));
                assertThat(file.read(channel, file.chunks().get(i))).isEqualTo(copy(rows(3 * i, last)));
            }
        }
    }

    @Test
    void anotherFormatIsRefused() {
        byte[] text = "1\tone\n2\ttwo\n".getBytes(StandardCharsets.UTF_8);

        assertThatIOException()
                .isThrownBy(() -> RowFile.write(new ByteArrayInputStream(text), folder.resolve("rows"), 3))
                .withMessageContaining("binary format");
    }

    /** Rows of a number and a text that is absent in every other row. */
    private static List<byte[]> rows(int from, int to) throws IOException {
        List<byte[]> rows = new ArrayList<>();
        for (int i = from; i < to; i++) {
            ByteArrayOutputStream row = new ByteArrayOutputStream();
            DataOutputStream out = new DataOutputStream(row);
            out.writeShort(2);
            out.writeInt(4);
            out.writeInt(i);
            if (i % 2 == 0) {
                out.writeInt(-1);
            } else {
                byte[] text = ("row " + i).getBytes(StandardCharsets.UTF_8);
                out.writeInt(text.length);
                out.write(text);
            }
            rows.add(row.toByteArray());
        }
        return rows;
    }

    private static byte[] copy(List<byte[]> rows) throws IOException {
        ByteArrayOutputStream copied = new ByteArrayOutputStream();
        copied.write(HEADER);
        for (byte[] row : rows) {
            copied.write(row);
        }
        copied.write(new byte[] {-1, -1});
        return copied.toByteArray();
    }
}
