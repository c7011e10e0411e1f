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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A ledger that falls silent in the middle of a transaction. The partition is one that no consumer of this test run reads. */
@QuarkusTest
@QuarkusTestResource(KafkaTestResource.class)
@QuarkusTestResource(PostgresTestResource.class)
class StaleTransactionsQuarkusTest {
    private static final String BEGIN = "select pg_advisory_xact_lock_shared(" + ReferenceStore.LOCK + ")";
    private static final String TAKE = "insert into intake_offset (topic, partition, next_offset) values (0, 77, 0)"
            + " on conflict (topic, partition) do update set next_offset = 0";

    private static final String TRY_AGAIN = "select chain_height from suspense_chain for update";

    @Inject
    DataSource dataSource;

    /** A batch, which holds offsets, and another trial of what waits, which holds what only such trials write. */
    @ParameterizedTest
    @ValueSource(strings = {TAKE, TRY_AGAIN})
    void whatASilentOwnerDidIsRolledBackSoThatItsSuccessorGoesOn(String statement) throws SQLException {
        try (Connection stale = dataSource.getConnection();
                Connection successor = dataSource.getConnection()) {
            // Given
            begin(stale, BEGIN);
            begin(stale, statement);
            StaleTransactions transactions = new StaleTransactions(dataSource, Duration.ofMillis(100));

            // When
            await().until(() -> transactions.end() > 0);

            // Then
            begin(successor, statement);
            successor.rollback();
            assertThatThrownBy(stale::commit).isInstanceOf(SQLException.class);
        }
    }

    @Test
    void aTransactionThatIsYoungAndALongReadingAreLeftInPeace() throws SQLException {
        try (Connection young = dataSource.getConnection();
                Connection reading = dataSource.getConnection()) {
            // Given
            begin(reading, "select count(*) from intake_offset");
            begin(young, BEGIN);
            begin(young, TAKE);

            // When
            int ended = new StaleTransactions(dataSource, Duration.ofHours(1)).end();

            // Then
            assertThat(ended).isZero();
            young.rollback();
            new StaleTransactions(dataSource, Duration.ZERO).end();
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
