package dev.triad.ledger.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.triad.testing.KafkaTestResource;
import dev.triad.testing.PostgresTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** A ledger that falls silent in the middle of a batch. The partition is one that no consumer of this test run reads. */
@QuarkusTest
@QuarkusTestResource(KafkaTestResource.class)
@QuarkusTestResource(PostgresTestResource.class)
class StaleBatchesQuarkusTest {
    private static final String TAKE = "insert into intake_offset (topic, partition, next_offset) values (0, 77, 0)"
            + " on conflict (topic, partition) do update set next_offset = 0";

    @Inject
    DataSource dataSource;

    @Test
    void aSilentOwnersBatchIsRolledBackSoThatItsSuccessorGoesOn() throws SQLException {
        try (Connection stale = dataSource.getConnection();
                Connection successor = dataSource.getConnection()) {
            // Given
            begin(stale, TAKE);
            StaleBatches batches = new StaleBatches(dataSource, Duration.ofMillis(100));

            // When
            await().until(() -> batches.end() > 0);

            // Then
            begin(successor, TAKE);
            successor.rollback();
            assertThatThrownBy(stale::commit).isInstanceOf(SQLException.class);
        }
    }

    @Test
    void aBatchThatIsYoungAndALongReadingAreLeftInPeace() throws SQLException {
        try (Connection young = dataSource.getConnection();
                Connection reading = dataSource.getConnection()) {
            // Given
            begin(reading, "select count(*) from intake_offset");
            begin(young, TAKE);

            // When
            int ended = new StaleBatches(dataSource, Duration.ofHours(1)).end();

            // Then
            assertThat(ended).isZero();
            young.rollback();
            new StaleBatches(dataSource, Duration.ZERO).end();
            assertThatCode(reading::commit).doesNotThrowAnyException();
        }
    }

    private static void begin(Connection connection, String sql) throws SQLException {
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
