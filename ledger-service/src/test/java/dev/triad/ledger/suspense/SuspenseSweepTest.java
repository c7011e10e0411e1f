package dev.triad.ledger.suspense;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.triad.ledger.journal.WaitKind;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.jspecify.annotations.Nullable;

/** When the sweep looks for what has cleared, on a clock that stands still unless a test moves it. */
class SuspenseSweepTest {
    private static final long SECOND = 1_000_000_000;
    private static final long HOUR = 3_600 * SECOND;

    /** Such a clock may begin anywhere, and run over. */
    private static final long START = Long.MAX_VALUE - SECOND;

    private final Books books = new Books();
    private final SuspenseSweep sweep = new SuspenseSweep(books, () -> books.now);

    @Example
    void looksForEveryKindFromTheStart() throws Exception {
        sweep.sweep();

        assertThat(books.looks).containsExactly(WaitKind.values());
    }

    @Property
    void findsWhatArrivedWithinABoundHoweverLongItLookedInVain(@ForAll @LongRange(min = 1, max = HOUR) long nanos)
            throws Exception {
        // Given
        books.lookNanos = nanos;
        sweep.sweep();
        long lookedInVain = books.now;
        books.lookNanos = 0;
        books.arrived.put(WaitKind.SALE, 1);

        // When
        tickUntilCleared();

        // Then
        assertThat(books.now - lookedInVain).isLessThanOrEqualTo(SuspenseSweep.REST_NANOS_MAX + SECOND);
    }

    @Property
    void looksInVainForASmallPartOfTheTimeAlone(@ForAll @LongRange(min = 1, max = 100_000_000) long nanos)
            throws Exception {
        // Given
        books.lookNanos = nanos;

        // When
        for (int second = 0; second < 600; second++) {
            tick();
        }

        // Then
        long lastLook = nanos * WaitKind.values().length;
        assertThat((books.spentNanos - lastLook) * SuspenseSweep.REST_FACTOR).isLessThanOrEqualTo(books.now - START);
    }

    @Example
    void goesOnAtOnceWhileThereIsSomethingToClear() throws Exception {
        // Given
        books.lookNanos = HOUR;
        books.arrived.put(WaitKind.RATE, 3);

        // When
        sweep.sweep();
        sweep.sweep();
        sweep.sweep();

        // Then
        assertThat(books.arrived).containsEntry(WaitKind.RATE, 0);
    }

    @Example
    void outlastsADatabaseThatFails() throws Exception {
        // Given
        books.failure = new SQLException("the server is gone", "57P01");
        books.arrived.put(WaitKind.GROUP, 1);
        for (int second = 0; second < 60; second++) {
            assertThatThrownBy(sweep::sweep).isSameAs(books.failure);
            books.now += SECOND;
        }
        assertThat(books.looks).hasSizeGreaterThanOrEqualTo(10 * WaitKind.values().length);

        // When
        books.failure = null;
        long healed = books.now;
        tickUntilCleared();

        // Then
        assertThat(books.now - healed).isLessThanOrEqualTo(SuspenseSweep.REST_NANOS_MAX + SECOND);
    }

    @Example
    void aKindThatFailsKeepsNoOtherBack() {
        // Given
        books.broken = WaitKind.GROUP;
        books.arrived.put(WaitKind.SALE, 1);

        // When, then
        assertThatThrownBy(sweep::sweep).isInstanceOf(IllegalStateException.class);
        assertThat(books.arrived).containsEntry(WaitKind.SALE, 0);
    }

    /** As of a pool that has no connection left. */
    @Example
    void aFailureWithoutAStateIsThrownAsItIs() {
        books.failure = new SQLException("no connection for seconds");

        assertThatThrownBy(sweep::sweep).isSameAs(books.failure);
    }

    @Example
    void aRaceThatIsLostIsNoFailureAndIsRunAgainAtOnce() throws Exception {
        // Given
        books.lookNanos = HOUR;
        books.failure = new SQLException("another was first", "23505");
        books.arrived.put(WaitKind.SALE, 1);
        sweep.sweep();

        // When
        books.failure = null;
        sweep.sweep();

        // Then
        assertThat(books.arrived).containsEntry(WaitKind.SALE, 0);
    }

    /** One call of the scheduler, and a second until the next. */
    private void tick() throws Exception {
        sweep.sweep();
        books.now += SECOND;
    }

    private void tickUntilCleared() throws Exception {
        for (int second = 0; books.hasWork() && second < 600; second++) {
            books.now += SECOND;
            sweep.sweep();
        }
        assertThat(books.hasWork()).isFalse();
    }

    /** Books in memory: what has arrived is cleared one item a look, and looking takes its time. */
    private static final class Books implements Clearing {
        private final List<WaitKind> looks = new ArrayList<>();
        private final Map<WaitKind, Integer> arrived = new EnumMap<>(WaitKind.class);
        private long now = START;
        private long lookNanos;
        private long spentNanos;
        private @Nullable SQLException failure;
        private @Nullable WaitKind broken;

        @Override
        public int clear(WaitKind kind) throws SQLException {
            looks.add(kind);
            now += lookNanos;
            spentNanos += lookNanos;
            if (failure != null) {
                throw failure;
            }
            if (kind == broken) {
                throw new IllegalStateException("items of this kind cannot be read");
            }
            int items = arrived.getOrDefault(kind, 0);
            arrived.put(kind, Math.max(0, items - 1));
            return Math.min(items, 1);
        }

        boolean hasWork() {
            return arrived.values().stream().anyMatch(items -> items > 0);
        }
    }
}
