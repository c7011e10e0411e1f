package dev.triad.cli.stack;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Stops processes together, and in two steps: first the services, then the broker and the database. */
record Stopping(Progress progress, Duration longest) {
    void inOrder(List<Place> places) throws InterruptedException {
        together(places.stream().filter(place -> place.component().isService()).toList());
        together(places.stream().filter(place -> !place.component().isService()).toList());
    }

    private void together(List<Place> places) throws InterruptedException {
        List<Thread> waiting = new ArrayList<>();
        for (Place place : places) {
            progress.stopping(place.component());
            waiting.add(Thread.ofVirtual().start(() -> stop(place)));
        }
        for (Thread thread : waiting) {
            thread.join();
        }
    }

    private void stop(Place place) {
        try {
            if (place.running().isPresent()) {
                place.running().get().stop(longest);
            }
            progress.stopped(place.component());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
