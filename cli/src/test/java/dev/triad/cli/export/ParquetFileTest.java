package dev.triad.cli.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hardwood.InputFile;
import dev.hardwood.reader.ParquetFileReader;
import dev.hardwood.reader.RowReader;
import dev.triad.events.Asset;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is written by one library is read by another, which shares no code with it. */
class ParquetFileTest {
    private static final String HEADER = "time,entry,rule,source,event,account,amount,currency,occurred\r\n";

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it before each test.
    private Path folder;

    record Posting(
            Instant time,
            String entry,
            String account,
            BigDecimal amount,
            @Nullable Instant occurred) {}

    @Test
    void holdsEveryPostingToTheLastUnitAndMicrosecond() throws IOException {
        String csv = HEADER
                + "2026-01-01T00:33:49.824001Z,sales-3-90,sale,/acme/shop,x,shop:assets:cash,7.319300000,USD,\r\n"
                + "2026-02-01T00:00:00Z,sales-3-91,sale,/acme/shop,y,shop:größe,-9223372036.854775808,USD,2026-01-31T23:59:59Z\r\n";

        long rows = write(csv, "USD/9");

        assertThat(rows).isEqualTo(2);
        assertThat(read(folder.resolve("x.parquet")))
                .containsExactly(
                        new Posting(
                                Instant.parse("2026-01-01T00:33:49.824001Z"),
                                "sales-3-90",
                                "shop:assets:cash",
                                new BigDecimal("7.319300000"),
                                null),
                        new Posting(
                                Instant.parse("2026-02-01T00:00:00Z"),
                                "sales-3-91",
                                "shop:größe",
                                new BigDecimal("-9223372036.854775808"),
                                Instant.parse("2026-01-31T23:59:59Z")));
    }

    @Test
    void isAFileWithoutRowsWhereThereIsNoPosting() throws IOException {
        assertThat(write(HEADER, "EUR/2")).isZero();
        assertThat(read(folder.resolve("x.parquet"))).isEmpty();
    }

    private long write(String csv, String asset) throws IOException {
        InputStream stream = new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8));
        return ParquetFile.write(
                stream, Asset.parse(asset), Map.of("triad.group", "acme"), folder.resolve("x.parquet"));
    }

    private static List<Posting> read(Path file) throws IOException {
        List<Posting> postings = new ArrayList<>();
        try (ParquetFileReader parquet = ParquetFileReader.open(InputFile.of(file));
                RowReader rows = parquet.rowReader()) {
            while (rows.hasNext()) {
                rows.next();
                postings.add(new Posting(
                        rows.getTimestamp("time"),
                        rows.getString("entry"),
                        rows.getString("account"),
                        rows.getDecimal("amount"),
                        rows.isNull("occurred") ? null : rows.getTimestamp("occurred")));
            }
        }
        return postings;
    }
}
