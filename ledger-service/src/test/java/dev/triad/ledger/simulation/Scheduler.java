package dev.triad.ledger.simulation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Runs strands one at a time, and lets chance decide which goes on at each step. A strand is a thread, so that the
 * ledger's blocking code runs as it is; but it runs only while the scheduler waits for it. The same seed gives the same
 * interleaving.
 */
final class Scheduler {
    private static final int STEP_MILLIS_MAX = 40;

    /** Ends a strand wherever it stands. An error, as nothing in the ledger may survive the end of its process. */
    static final class Killed extends Error {
        private static final long serialVersionUID = 1L;

        Killed() {
            super("the process is gone", null, false, false);
        }
    }

    /** A line of execution. */
    final class Strand {
        private final Thread thread;
        private BooleanSupplier suspended = () -> false;
        private BooleanSupplier ready = () -> true;
        private long wakeNanos;
        private boolean killed;
        private boolean done;
        private @Nullable Throwable failure;

        private Strand(Runnable body) {
            thread = Thread.ofVirtual().unstarted(() -> {
                try {
                    awaitTurn();
                    body.run();
                } catch (Killed _) {
                    // That was the intention.
                } catch (Throwable e) {
                    failure = e;
                } finally {
                    done = true;
                    handBack();
                }
            });
        }

        private void awaitTurn() {
            while (current != this) {
                LockSupport.park();
            }
            if (killed) {
                throw new Killed();
            }
        }

        private boolean isRunnable() {
            return !done && wakeNanos <= nanos && !suspended.getAsBoolean() && ready.getAsBoolean();
        }

        /** Ends it now; its finally blocks run, and find that the process is gone. */
        void kill() {
            if (!done && current != this) {
                killed = true;
                resume(this);
            }
        }
    }

    private final RandomGenerator random;
    private final List<Strand> strands = new ArrayList<>();
    /** Who waits for the strand that runs: a world may be made by one thread and run by another. */
    private volatile Thread main = Thread.currentThread();

    private volatile @Nullable Strand current;
    private long nanos;
    private long steps;

    Scheduler(RandomGenerator random) {
        this.random = random;
    }

    long nanos() {
        return nanos;
    }

    long steps() {
        return steps;
    }

    /** A strand that does not run while it is suspended. */
    Strand spawn(BooleanSupplier suspended, Runnable body) {
        Strand strand = new Strand(body);
        strand.suspended = suspended;
        strands.add(strand);
        strand.thread.start();
        return strand;
    }

    /** Lets one strand run to its next pause; false when none can. */
    boolean step() {
        nanos += Duration.ofMillis(random.nextInt(STEP_MILLIS_MAX)).toNanos();
        steps++;
        int runnable = 0;
        for (Strand strand : strands) {
            if (strand.isRunnable()) {
                runnable++;
            }
        }
        if (runnable == 0) {
            skipToNextWaking();
            return false;
        }
        int chosen = random.nextInt(runnable);
        for (Strand strand : strands) {
            if (strand.isRunnable() && chosen-- == 0) {
                resume(strand);
                break;
            }
        }
        strands.removeIf(strand -> strand.done);
        return true;
    }

    private void skipToNextWaking() {
        long next = Long.MAX_VALUE;
        for (Strand strand : strands) {
            if (strand.wakeNanos > nanos && !strand.suspended.getAsBoolean()) {
                next = Math.min(next, strand.wakeNanos);
            }
        }
        if (next != Long.MAX_VALUE) {
            nanos = next;
        }
    }

    private void resume(Strand strand) {
        main = Thread.currentThread();
        current = strand;
        LockSupport.unpark(strand.thread);
        while (current != null) {
            LockSupport.park();
        }
        if (strand.failure != null) {
            throw new IllegalStateException("a strand failed", strand.failure);
        }
    }

    private void handBack() {
        current = null;
        LockSupport.unpark(main);
    }

    /** Lets others run. Outside a strand there are no others. */
    void pause() {
        pause(() -> true, 0);
    }

    /** Waits until something holds. */
    void await(BooleanSupplier condition) {
        pause(condition, 0);
    }

    void sleep(Duration duration) {
        pause(() -> true, nanos + duration.toNanos());
    }

    private void pause(BooleanSupplier ready, long wakeNanos) {
        Strand strand = current;
        if (strand == null) {
            return;
        }
        if (strand.killed) {
            throw new Killed();
        }
        strand.ready = ready;
        strand.wakeNanos = wakeNanos;
        handBack();
        strand.awaitTurn();
    }

    /** Ends all strands. */
    void close() {
        for (Strand strand : List.copyOf(strands)) {
            strand.kill();
        }
        strands.clear();
    }
}
