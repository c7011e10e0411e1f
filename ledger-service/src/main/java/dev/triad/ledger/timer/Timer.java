package dev.triad.ledger.timer;

import io.quarkus.logging.Log;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * Does something again and again, with a pause after each time. It goes by the monotonic clock: a wall clock that
 * is set ahead or back neither hurries nor stops it, as it does a schedule of dates.
 */
public final class Timer implements AutoCloseable {
    /** What is done each time. */
    @FunctionalInterface
    public interface Task {
        void run() throws Exception;
    }

    private final String name;
    private final Task task;
    private final ScheduledExecutorService executor;
    private boolean failing;

    private Timer(String name, Task task) {
        this.name = name;
        this.task = task;
        this.executor = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name(name).daemon().factory());
    }

    /**
     * Begins at once, in a thread of its own.
     *
     * @param task what it throws is logged when that begins and its end is, and the next time comes all the same
     */
    public static Timer start(String name, Duration pause, Task task) {
        Timer timer = new Timer(name, task);
        ScheduledFuture<?> _ =
                timer.executor.scheduleWithFixedDelay(timer::run, 0, pause.toNanos(), TimeUnit.NANOSECONDS);
        return timer;
    }

    /** There is no next time; one that runs is interrupted. */
    @Override
    public void close() {
        executor.shutdownNow();
    }

    private void run() {
        try {
            task.run();
            if (failing) {
                failing = false;
                Log.infof("timer goes well again name=%s", name);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Exception | Error e) {
            // The executor would drop a task that throws, and nobody would hear of it.
            failed(e);
        }
    }

    private void failed(Throwable e) {
        if (executor.isShutdown()) {
            return;
        }
        if (failing) {
            Log.debugf(e, "timer fails again name=%s", name);
        } else {
            failing = true;
            Log.warnf(e, "timer fails and goes on name=%s", name);
        }
    }
}
