package dev.triad.ledger.journal;

import dev.triad.ledger.timer.Timer;
import io.quarkus.logging.Log;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Ends the transactions of ledgers that stand still in the middle of a batch, or of trying again what waits in suspense.
 * A process that is suspended, or a machine that is cut off, keeps its locks on offsets, balances and suspense, and whoever
 * has taken its partitions over would wait for it without end. What it did is rolled back, which loses nothing: it is done
 * again.
 */
@ApplicationScoped
class StaleTransactions {
    /** Longer than a transaction takes on a busy machine, where its client is silent only between two statements. */
    private static final Duration SILENT_LONGEST = Duration.ofSeconds(12);

    private static final Duration PAUSE = Duration.ofSeconds(2);

    /** The journal's are known by the lock that each takes before all else: people's long readings are left in peace. */
    private static final String END = """
            select count(pg_terminate_backend(s.pid)) from pg_stat_activity s
            where s.pid <> pg_backend_pid() and s.state <> 'idle' and s.wait_event = 'ClientRead'
            and s.state_change < clock_timestamp() - make_interval(secs => ?)
            and exists (select from pg_locks l join pg_database d on d.oid = l.database and d.datname = current_database()
                        where l.pid = s.pid and l.locktype = 'advisory' and l.objsubid = 1
                        and (l.classid::bigint << 32 | l.objid::bigint) = ?)""";

    private final DataSource dataSource;
    private final Duration silentLongest;
    private @Nullable Timer timer;

    @Inject
    StaleTransactions(DataSource dataSource) {
        this(dataSource, SILENT_LONGEST);
    }

    StaleTransactions(DataSource dataSource, Duration silentLongest) {
        this.dataSource = dataSource;
        this.silentLongest = silentLongest;
    }

    void onStart(@Observes StartupEvent event) {
        timer = Timer.start("stale-transactions", PAUSE, this::end);
    }

    @PreDestroy
    void onStop() {
        if (timer != null) {
            timer.close();
        }
    }

    /** Ends those whose client has been silent for too long; how many there were. */
    int end() throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement end = connection.prepareStatement(END)) {
            end.setDouble(1, silentLongest.toMillis() / 1_000.0);
            end.setLong(2, ReferenceStore.LOCK);
            try (ResultSet rows = end.executeQuery()) {
                rows.next();
                int ended = rows.getInt(1);
                if (ended > 0) {
                    Log.warnf("transactions of a ledger that stands still were rolled back count=%d", ended);
                }
                return ended;
            }
        }
    }
}
