package dev.triad.cli.stack;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Stops processes together, and in two steps: first the services, then the broker and the database. */
final class Stopping {
    static final Duration LONGEST = Duration.ofSeconds(30);

    private Stopping() {}

    static void inOrder(List<Place> places, Progress progress) throws InterruptedException {
        together(places.stream().filter(place -> place.component().isService()).toList(), progress);
        together(places.stream().filter(place -> !place.component().isService()).toList(), progress);
    }

    private static void together(List<Place> places, Progress progress) throws InterruptedException {
        List<Thread> waiting = new ArrayList<>();
        for (Place place : places) {
            progress.stopping(place.component());
            waiting.add(Thread.ofVirtual().start(() -> stop(place, progress)));
        }
        for (Thread thread : waiting) {
            thread.join();
        }
    }

    private static void stop(Place place, Progress progress) {
        try {
            if (place.running().isPresent()) {
                place.running().get().stop(LONGEST);
            }
            progress.stopped(place.component());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
