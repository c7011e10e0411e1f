package dev.triad.ledger.simulation;

import dev.triad.ledger.journal.Books;
import dev.triad.ledger.journal.WaitKind;
import dev.triad.ledger.posting.EventKey;
import dev.triad.ledger.posting.Wanted;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * The database server: committed state, locks, and sessions. It gives what PostgreSQL gives at its usual isolation, read
 * committed: each statement sees what is committed, rows stay locked to the end of the transaction, and all of a
 * transaction becomes durable at once.
 */
final class SimulatedBooks {
    /** Fails when the exclusive lock on groups and rates is held, or any lock at all for who wants it exclusively. */
    private final Set<SimulatedTransaction> sharing = new LinkedHashSet<>();

    private @Nullable SimulatedTransaction alone;
    private final Map<Object, SimulatedTransaction> locks = new HashMap<>();
    private final Set<SimulatedTransaction> sessions = new LinkedHashSet<>();
    private final Scheduler scheduler;
    private final RandomGenerator random;
    private final Set<UUID> poison;
    private final Runnable afterCommit;
    private Faults faults;
    private Flaw flaw = Flaw.NONE;
    private BooksState state = new BooksState();
    private final List<BooksState> backups = new ArrayList<>();
    private int incarnation;

    /**
     * @param poison events that the database cannot take, like a value that is none of its type's
     * @param afterCommit is called whenever something has become durable
     */
    SimulatedBooks(Scheduler scheduler, RandomGenerator random, Faults faults, Set<UUID> poison, Runnable afterCommit) {
        this.scheduler = scheduler;
        this.random = random;
        this.faults = faults;
        this.poison = poison;
        this.afterCommit = afterCommit;
    }

    void plant(Flaw planted) {
        flaw = planted;
    }

    boolean has(Flaw one) {
        return flaw == one;
    }

    Faults faults() {
        return faults;
    }

    void calm() {
        faults = Faults.NONE;
    }

    BooksState state() {
        return state;
    }

    Scheduler scheduler() {
        return scheduler;
    }

    RandomGenerator random() {
        return random;
    }

    /** Whether something happens that happens once in so many times. */
    boolean chance(int onceIn) {
        return onceIn > 0 && random.nextInt(onceIn) == 0;
    }

    boolean isPoison(EventKey event) {
        return poison.contains(event.id());
    }

    /** How often the database went back in time. */
    int incarnation() {
        return incarnation;
    }

    void backUp() {
        backups.add(state.copy());
    }

    /** Restores a backup; the server starts anew, so no session survives. */
    boolean restore() {
        if (backups.isEmpty()) {
            return false;
        }
        endSessions(_ -> true);
        state = backups.get(random.nextInt(backups.size())).copy();
        incarnation++;
        return true;
    }

    /**
     * Rolls back, or by chance still commits, what the server works on for clients that are gone.
     *
     * @param others whether sessions of clients that are there may be ended as well
     */
    void reap(boolean others) {
        endSessions(session -> session.isAbandoned() || others && random.nextInt(3) == 0);
    }

    private void endSessions(Predicate<SimulatedTransaction> which) {
        for (SimulatedTransaction session : List.copyOf(sessions)) {
            if (which.test(session)) {
                session.terminate();
            }
        }
    }

    boolean isIdle() {
        return sessions.isEmpty();
    }

    void apply(List<Runnable> effects) {
        effects.forEach(Runnable::run);
        afterCommit.run();
    }

    void begun(SimulatedTransaction session) {
        sessions.add(session);
    }

    void ended(SimulatedTransaction session) {
        sessions.remove(session);
        sharing.remove(session);
        if (alone == session) {
            alone = null;
        }
        locks.values().removeIf(holder -> holder == session);
    }

    void lockReference(SimulatedTransaction session, boolean exclusive) throws SQLException {
        if (exclusive && !has(Flaw.RATES_WITHOUT_LOCK)) {
            session.await(() -> alone == null && sharing.isEmpty());
            alone = session;
        } else {
            session.await(() -> alone == null);
            sharing.add(session);
        }
    }

    /** Locks a row until the transaction ends; of those that wait in a circle one fails. */
    void lock(SimulatedTransaction session, Object row) throws SQLException {
        SimulatedTransaction holder = locks.get(row);
        if (holder != null && holder != session) {
            if (waitsFor(holder, session)) {
                throw session.failed("40P01", "deadlock detected");
            }
            session.waitFor(row);
            session.await(() -> !locks.containsKey(row));
            session.waitFor(null);
        }
        locks.put(row, session);
    }

    private boolean waitsFor(SimulatedTransaction waiting, SimulatedTransaction other) {
        Set<SimulatedTransaction> seen = new HashSet<>();
        SimulatedTransaction next = waiting;
        while (next != null && seen.add(next)) {
            if (next == other) {
                return true;
            }
            Object row = next.waitsFor();
            next = row == null ? null : locks.get(row);
        }
        return false;
    }

    boolean isLocked(Object row) {
        return locks.containsKey(row);
    }

    /** Whether the counterpart that an item waits for is on the books. */
    boolean hasArrived(BooksState.Item item, WaitKind kind) {
        Wanted wanted = item.suspended().wanted();
        if (!item.isWaiting() || wanted == null) {
            return false;
        }
        return switch (wanted) {
            case Wanted.ForGroup(String group) -> kind == WaitKind.GROUP && state.groups.containsKey(group);
            case Wanted.ForUnit(String group, String unit) ->
                kind == WaitKind.UNIT
                        && state.groups.containsKey(group)
                        && state.groups.get(group).hasUnit(unit);
            case Wanted.ForRate(var key) ->
                kind == WaitKind.RATE
                        && state.rates.stream()
                                .anyMatch(published -> published.key().equals(key)
                                        && !published
                                                .rate()
                                                .effectiveFrom()
                                                .isAfter(((dev.triad.ledger.posting.Received.Decoded)
                                                                item.suspended().received())
                                                        .event()
                                                        .time()));
            case Wanted.ForSale(EventKey sale) -> kind == WaitKind.SALE && state.posted(sale) != null;
        };
    }

    boolean hasArrived(WaitKind kind) {
        return state.suspense.values().stream().anyMatch(item -> hasArrived(item, kind));
    }

    /** A ledger's way to the server. */
    Client client() {
        return new Client();
    }

    /** The port as one process has it. */
    final class Client implements Books {
        private boolean dead;

        /** The process is gone. What it had open, the server notices at once or after a while. */
        void die() {
            dead = true;
            for (SimulatedTransaction session : List.copyOf(sessions)) {
                if (session.isOf(this) && random.nextBoolean()) {
                    session.terminate();
                }
            }
        }

        boolean isDead() {
            return dead;
        }

        @Override
        public Transaction begin(boolean exclusive) throws SQLException {
            scheduler.pause();
            if (chance(faults.connection())) {
                throw new SQLException("the server takes no connections", random.nextBoolean() ? "53300" : "08001");
            }
            SimulatedTransaction session = new SimulatedTransaction(SimulatedBooks.this, this);
            begun(session);
            try {
                lockReference(session, exclusive);
            } catch (SQLException e) {
                session.close();
                throw e;
            }
            return session;
        }

        @Override
        public long nextOffset(TopicPartition partition) throws SQLException {
            if (chance(faults.connection())) {
                throw new SQLException("the connection is gone", "08006");
            }
            return state.offset(partition);
        }

        @Override
        public Map<TopicPartition, Long> nextOffsets() throws SQLException {
            scheduler.pause();
            if (chance(faults.connection())) {
                throw new SQLException("the connection is gone", "08006");
            }
            return Map.copyOf(state.offsets);
        }

        @Override
        public boolean hasCleared(WaitKind kind) throws SQLException {
            scheduler.pause();
            if (chance(faults.connection())) {
                throw new SQLException("the connection is gone", "08006");
            }
            return hasArrived(kind);
        }
    }
}
