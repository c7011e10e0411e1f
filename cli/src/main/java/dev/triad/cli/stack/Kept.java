package dev.triad.cli.stack;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One component, kept running as an orchestrator does it: what dies is started again at once and without
 * limit, unless it is {@linkplain #hold() held}. Whatever happens, {@link #close} ends the process.
 */
public final class Kept implements AutoCloseable {
    private static final Duration STOP_LONGEST = Duration.ofSeconds(20);
    private static final long MILLIS_BETWEEN_STARTS = 250;

    private final Component component;
    private final int port;
    private final Starter starter;
    private @Nullable Running running;
    private @Nullable Thread keeper;
    private boolean ready;
    private boolean held;
    private boolean ended;

    private Kept(Component component, int port, Starter starter) {
        this.component = component;
        this.port = port;
        this.starter = starter;
    }

    /**
     * A component that is to be {@linkplain #start started}.
     *
     * @param data where it keeps its data and its log
     * @param settings environment variables, for a service
     */
    public static Kept of(Component component, DataDirectory data, Ports ports, Map<String, String> settings) {
        data.create();
        Starter starter = Starters.of(Set.of(component), data, ports, false, _ -> settings)
                .values()
                .iterator()
                .next();
        return new Kept(component, ports.of(component), starter);
    }

    /**
     * Starts it and returns when it is ready.
     *
     * @throws StartException when it does not come up; {@link #close} is due all the same
     */
    public void start() throws IOException, InterruptedException {
        launch();
        Thread thread = Thread.ofVirtual().name("keep-" + component.label()).unstarted(this::keep);
        synchronized (this) {
            keeper = thread;
        }
        thread.start();
    }

    public int port() {
        return port;
    }

    /** Whether the process runs and has answered since its start. */
    public synchronized boolean isReady() {
        return ready && isRunning();
    }

    public synchronized boolean isRunning() {
        return running != null && running.isAlive();
    }

    /** From now on it is not started again when it dies. */
    public synchronized void hold() {
        held = true;
    }

    /** Ends {@link #hold}. */
    public synchronized void release() {
        held = false;
    }

    /** Ends the process with no chance to tidy up: SIGKILL, and PostgreSQL by an immediate shutdown. */
    public void kill() throws InterruptedException {
        Optional<Running> victim = running();
        if (victim.isEmpty()) {
            return;
        }
        switch (victim.get()) {
            case JavaProcess java -> java.process().destroyForcibly();
            case Postmaster postmaster -> Signal.QUIT.to(List.of(postmaster.id().pid()));
        }
        Waiting.until(STOP_LONGEST, () -> !victim.get().isAlive());
    }

    /** Suspends the process and all that it has started. */
    public void pause() {
        Signal.STOP.to(pids());
    }

    /** Ends {@link #pause}. */
    public void resume() {
        Signal.CONT.to(pids());
    }

    /** Ends the process in good order, within bounds, and keeps nothing running any more. */
    public void stop() throws InterruptedException {
        endKeeping();
        resume();
        end();
    }

    /** Ends the process in good order, within bounds; it is started again unless it is {@linkplain #hold held}. */
    public void end() throws InterruptedException {
        Optional<Running> last = running();
        if (last.isPresent()) {
            last.get().stop(STOP_LONGEST);
            Waiting.until(STOP_LONGEST, () -> !last.get().isAlive());
        }
    }

    /** Ends the process at once. */
    @Override
    public void close() {
        boolean interrupted = Thread.interrupted();
        try {
            endKeeping();
        } catch (InterruptedException e) {
            interrupted = true;
        }
        interrupted |= endProcess();
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether this thread was interrupted meanwhile. */
    private boolean endProcess() {
        boolean interrupted = false;
        try {
            resume();
            kill();
        } catch (InterruptedException e) {
            interrupted = true;
        }
        running().map(Running::id).flatMap(ProcessId::find).ifPresent(ProcessHandle::destroyForcibly);
        return interrupted;
    }

    private void endKeeping() throws InterruptedException {
        Thread last;
        synchronized (this) {
            ended = true;
            last = keeper;
        }
        if (last != null) {
            last.interrupt();
            last.join(STOP_LONGEST);
        }
    }

    private void keep() {
        while (!hasEnded()) {
            try {
                if (mayStart()) {
                    launch();
                }
                TimeUnit.MILLISECONDS.sleep(MILLIS_BETWEEN_STARTS);
            } catch (InterruptedException e) {
                return;
            } catch (IOException | RuntimeException e) {
                // What it needs may be away; the log says why, and it is tried again like any that died.
                forgetStartup();
            }
        }
    }

    private void launch() throws IOException, InterruptedException {
        forgetStartup();
        starter.start(this::launched);
        synchronized (this) {
            ready = true;
        }
    }

    private void launched(Running process) {
        synchronized (this) {
            running = process;
        }
        if (hasEnded()) {
            endProcess();
        }
    }

    private synchronized void forgetStartup() {
        ready = false;
    }

    private synchronized boolean mayStart() {
        return !held && !ended && !isRunning();
    }

    private synchronized boolean hasEnded() {
        return ended;
    }

    private synchronized Optional<Running> running() {
        return Optional.ofNullable(running).filter(Running::isAlive);
    }

    private List<Long> pids() {
        List<Long> pids = new ArrayList<>();
        running().map(Running::id).flatMap(ProcessId::find).ifPresent(process -> {
            pids.add(process.pid());
            process.descendants().forEach(child -> pids.add(child.pid()));
        });
        return pids;
    }
}
