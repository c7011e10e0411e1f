package dev.triad.ledger.journal;

import dev.triad.ledger.problem.Problems;
import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.agroal.DataSource;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.ConnectionFactory;

/**
 * The connections that questions are asked over: as many at once as the pool has. Who comes when all are taken waits a
 * moment for one, and is then told to come again, rather than kept hanging.
 */
@Singleton
class Questions implements ConnectionFactory {
    private static final Duration WAIT_LONGEST = Duration.ofSeconds(2);

    private final AgroalDataSource dataSource;
    private final int atOnceMax;
    private final Semaphore room;

    Questions(
            @DataSource(Database.READING) AgroalDataSource dataSource,
            @ConfigProperty(name = "quarkus.datasource.reading.jdbc.max-size") int atOnceMax,
            MeterRegistry registry) {
        this.dataSource = dataSource;
        this.atOnceMax = atOnceMax;
        this.room = new Semaphore(atOnceMax, true);
        Gauge.builder("triad.ledger.questions.waiting", room, Semaphore::getQueueLength)
                .description("questions that wait for a connection to the database")
                .register(registry);
    }

    @Override
    public Connection openConnection() throws SQLException {
        await();
        try {
            return dataSource.getConnection();
        } catch (SQLException | RuntimeException e) {
            room.release();
            throw e;
        }
    }

    private void await() {
        try {
            if (room.tryAcquire(WAIT_LONGEST.toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw Problems.TOO_MANY_QUESTIONS.because(
                "At most " + atOnceMax + " are answered at once, and none was over soon enough; try again shortly.");
    }

    @Override
    public void closeConnection(Connection connection) throws SQLException {
        try {
            connection.close();
        } finally {
            room.release();
        }
    }
}
