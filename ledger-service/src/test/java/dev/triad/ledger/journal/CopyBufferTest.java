package dev.triad.ledger.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.triad.testing.TestPostgres;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What is written in binary must be read back by the real database as it was. */
class CopyBufferTest {
    private static final List<String> NUMBERS = List.of(
            "0",
            "1",
            "-1",
            "0.1",
            "-0.000000000000000001",
            "9999",
            "10000",
            "10000.0001",
            "123456789012345678.123456789012345678",
            "-999999999999999999.999999999999999999",
            "0.00012",
            "100000000",
            "1.50");

    @Test
    void theDatabaseReadsBackWhatWasWritten() throws IOException, SQLException {
        try (EmbeddedPostgres postgres = TestPostgres.start();
                Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            // Given
            statement.execute(
                    "create table t (i int, n numeric, u uuid, at timestamptz, b bytea, a int[], l bigint[], s text)");
            UUID uuid = new UUID(0x0123456789abcdefL, 0xfedcba9876543210L);
            Instant time = Instant.parse("1999-12-31T23:59:59.123456Z");
            CopyBuffer buffer = new CopyBuffer();
            for (int i = 0; i < NUMBERS.size(); i++) {
                buffer.row(8)
                        .int4(i)
                        .numeric(new BigDecimal(NUMBERS.get(i)))
                        .uuid(uuid)
                        .timestamp(time)
                        .bytes(new byte[] {0, -1})
                        .int4Array(new int[] {1, -2})
                        .int8Array(i == 0 ? new long[0] : new long[] {Long.MIN_VALUE, Long.MAX_VALUE})
                        .bytes(i == 0 ? null : "é".getBytes(StandardCharsets.UTF_8));
            }

            // When
            buffer.copy(connection, "copy t from stdin with (format binary)");

            // Then
            try (ResultSet rows = statement.executeQuery("select * from t order by i")) {
                for (String number : NUMBERS) {
                    assertThat(rows.next()).isTrue();
                    assertThat(rows.getBigDecimal(2)).isEqualTo(new BigDecimal(number));
                    assertThat(rows.getObject(3, UUID.class)).isEqualTo(uuid);
                    assertThat(rows.getTimestamp(4).toInstant()).isEqualTo(time);
                    assertThat(rows.getBytes(5)).containsExactly(0, -1);
                    assertThat((Integer[]) rows.getArray(6).getArray()).containsExactly(1, -2);
                    assertThat((Long[]) rows.getArray(7).getArray())
                            .isEqualTo(number.equals("0") ? new Long[0] : new Long[] {Long.MIN_VALUE, Long.MAX_VALUE});
                    assertThat(rows.getString(8)).isEqualTo(number.equals("0") ? null : "é");
                }
            }
        }
    }
}
