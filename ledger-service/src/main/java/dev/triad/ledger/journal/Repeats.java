package dev.triad.ledger.journal;

import dev.triad.ledger.posting.EventKey;
import dev.triad.ledger.posting.Posted;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/**
 * Tells events that came before. Those of late are remembered; older ones, by the time in their ids, are
 * looked up; all others are taken for new. When the unique index proves that wrong (another replica posted
 * the event, or its id is not of the time at which it was sent), the batch and the few after it are looked up
 * event by event.
 */
@Singleton
class Repeats {
    private static final String IDENTITY = "entry_identity";
    private static final UUID NONE = new UUID(0, 0);
    private static final int WARY_BATCHES = 4;

    private final Dictionary dictionary;
    private volatile @Nullable RecentEvents recent;
    private final AtomicInteger wary = new AtomicInteger();

    Repeats(Dictionary dictionary) {
        this.dictionary = dictionary;
    }

    /** The events of late; the first time, those before this process began are all taken for old. */
    RecentEvents recent(Connection connection) throws SQLException {
        RecentEvents known = recent;
        if (known == null) {
            known = begin(connection);
        }
        return known;
    }

    private synchronized RecentEvents begin(Connection connection) throws SQLException {
        RecentEvents known = recent;
        if (known == null) {
            try (PreparedStatement select =
                            connection.prepareStatement("select event_id from entry order by event_id desc limit 1");
                    ResultSet rows = select.executeQuery()) {
                known = new RecentEvents(rows.next() ? rows.getObject(1, UUID.class) : NONE);
                recent = known;
            }
        }
        return known;
    }

    /** Remembers what has just been made durable. */
    void committed(List<Posted> posted) {
        RecentEvents known = recent;
        if (known == null) {
            return;
        }
        synchronized (known) {
            for (Posted one : posted) {
                if (one.revision() == 0) {
                    EventKey event = one.event();
                    known.add(dictionary.sources().id(event.source()), event.id(), one.digest());
                }
            }
        }
    }

    /** Whether the next batch should be looked up event by event. */
    boolean areLikely() {
        return wary.getAndUpdate(left -> Math.max(0, left - 1)) > 0;
    }

    /** Whether a batch failed because one of its events was on the books; the next ones are then looked up. */
    boolean foundBy(SQLException e) {
        ServerErrorMessage message = e instanceof PSQLException failure ? failure.getServerErrorMessage() : null;
        boolean repeat = message != null && IDENTITY.equals(message.getConstraint());
        if (repeat) {
            wary.set(WARY_BATCHES);
        }
        return repeat;
    }
}
