package dev.triad.cli.stack;

import dev.triad.cli.CommandException;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Starts the components, each as soon as what it needs is ready; starts again what dies; stops all in
 * reverse order. It ends processes that it launched itself, and no others.
 */
final class Supervisor {
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(250);
    private static final Duration NEEDS_LONGEST = Duration.ofSeconds(150);

    private final Map<Component, Place> places = new EnumMap<>(Component.class);
    private final DataDirectory data;
    private final RunRecord record;
    private final Progress progress;
    private final CompletableFuture<Void> lost = new CompletableFuture<>();
    private final ExecutorService tasks = Executors.newVirtualThreadPerTaskExecutor();
    private final Stopping stopping;
    private volatile boolean ended;

    /** @param stopLongest how long a component may take to end before it is ended */
    Supervisor(
            Map<Component, Starter> starters,
            DataDirectory data,
            RunRecord record,
            Progress progress,
            Duration stopLongest) {
        starters.forEach((component, starter) -> places.put(component, new Place(component, starter)));
        this.data = data;
        this.record = record;
        this.progress = progress;
        this.stopping = new Stopping(progress, stopLongest);
    }

    /**
     * Returns when every component is ready, or when the stack is being stopped; fails as soon as a
     * component is known not to become ready.
     *
     * @return whether all is ready
     */
    boolean start() throws InterruptedException {
        Map<Component, CompletableFuture<Void>> ready = new EnumMap<>(Component.class);
        places.forEach((component, place) -> {
            CompletableFuture<?>[] needed =
                    component.needs().stream().map(ready::get).toArray(CompletableFuture<?>[]::new);
            ready.put(component, CompletableFuture.allOf(needed).thenRunAsync(() -> startFirst(place), tasks));
        });
        CompletableFuture<Void> all = CompletableFuture.allOf(ready.values().toArray(CompletableFuture<?>[]::new));
        while (!isDone(CompletableFuture.anyOf(all, lost))) {
            startDeadAgain();
        }
        return !ended;
    }

    /** Watches the components for as long as they can be kept running, then fails. */
    void watch() throws InterruptedException {
        while (!isDone(lost)) {
            startDeadAgain();
        }
    }

    /** Stops what runs: the services first, then what they stand on. */
    void stop() throws InterruptedException {
        ended = true;
        tasks.shutdownNow();
        tasks.awaitTermination(stopping.longest().toSeconds(), TimeUnit.SECONDS);
        List<Place> launched = places.values().stream()
                .filter(place -> place.running().isPresent())
                .toList();
        stopping.inOrder(launched);
        record.end();
    }

    private void startFirst(Place place) {
        try {
            startNow(place);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException | RuntimeException e) {
            giveUp(place, e);
        }
    }

    private void startDeadAgain() {
        if (ended) {
            return;
        }
        places.values().forEach(place -> place.takeDead().ifPresent(dead -> startAgain(place, dead.ending())));
    }

    /** Plans the next start of a component that ended by itself, unless it has done so too often. */
    private void startAgain(Place place, String ending) {
        String name = place.component().label();
        place.restarts()
                .next(Instant.now())
                .ifPresentOrElse(
                        wait -> {
                            progress.say("%s ended by itself (%s); it is started again in %d s (%d of %d)."
                                    .formatted(
                                            name,
                                            ending,
                                            wait.toSeconds(),
                                            place.restarts().used(),
                                            Restarts.MOST));
                            tasks.execute(() -> restart(place, wait));
                        },
                        () -> giveUp(
                                place,
                                new StartException(
                                        place.component(), "ended by itself too often", data.log(place.component()))));
    }

    private void restart(Place place, Duration wait) {
        try {
            TimeUnit.NANOSECONDS.sleep(wait.toNanos());
            Waiting.until(NEEDS_LONGEST, () -> needsAreReady(place));
            startNow(place);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException | RuntimeException e) {
            startAgain(place, "while it was starting");
        }
    }

    private boolean needsAreReady(Place place) {
        return places.values().stream()
                .filter(other -> place.component().needs().contains(other.component()))
                .allMatch(Place::isReady);
    }

    private void startNow(Place place) throws IOException, InterruptedException {
        Component component = place.component();
        long begin = System.nanoTime();
        progress.starting(component);
        place.starter().start(process -> {
            place.launched(process);
            record.launched(component, process.id(), place.restarts().total());
        });
        place.answers();
        progress.ready(component, Duration.ofNanos(System.nanoTime() - begin));
    }

    private void giveUp(Place place, Exception why) {
        if (!ended) {
            progress.failed(place.component());
            lost.completeExceptionally(why);
        }
    }

    /** Waits a moment for the outcome; throws what it failed with, unless the stack is being stopped. */
    private boolean isDone(CompletableFuture<?> outcome) throws InterruptedException {
        try {
            outcome.get(BETWEEN_LOOKS.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            if (ended) {
                return true;
            }
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new CommandException("The stack could not be started: " + e.getCause());
        }
    }
}
