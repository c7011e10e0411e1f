package dev.triad.cli.faults;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** Looks at the books' positions all the time, whatever happens to the database. */
final class AdvanceWatch implements AutoCloseable {
    private static final long MILLIS_BETWEEN_LOOKS = 25;

    private final Database database;
    private final Supplier<Map<TopicPartition, Long>> ends;
    private final Thread thread = Thread.ofPlatform().name("advance").daemon().unstarted(this::watch);
    private final Advance advance = new Advance();
    private @Nullable Connection connection;
    private volatile Map<TopicPartition, Long> positions = Map.of();
    private volatile boolean ended;

    /** @param ends where the log ends, asked at each look */
    AdvanceWatch(Database database, Supplier<Map<TopicPartition, Long>> ends) {
        this.database = database;
        this.ends = ends;
    }

    void start() {
        thread.start();
    }

    /** The positions as last seen. */
    Map<TopicPartition, Long> positions() {
        return positions;
    }

    Duration longestStall() {
        synchronized (advance) {
            return advance.longestStall();
        }
    }

    List<Span> standstills() {
        synchronized (advance) {
            return advance.standstills();
        }
    }

    @Override
    public void close() {
        ended = true;
        thread.interrupt();
    }

    private void watch() {
        while (!ended) {
            look();
            try {
                Wait.of(Duration.ofMillis(MILLIS_BETWEEN_LOOKS));
            } catch (InterruptedException e) {
                break;
            }
        }
        forgetConnection();
    }

    private void look() {
        // Taken first: a position that was read later can only be further on.
        Map<TopicPartition, Long> logEnds = ends.get();
        try {
            if (connection == null) {
                connection = database.connect();
            }
            positions = Database.positions(connection);
            synchronized (advance) {
                advance.look(System.nanoTime(), positions, logEnds);
            }
        } catch (SQLException e) {
            forgetConnection();
            synchronized (advance) {
                advance.blind(System.nanoTime(), logEnds);
            }
        }
    }

    private void forgetConnection() {
        try (Connection old = connection) {
            connection = null;
        } catch (SQLException e) {
            connection = null;
        }
    }
}
