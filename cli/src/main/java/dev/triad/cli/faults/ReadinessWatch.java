package dev.triad.cli.faults;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Asks one ledger all the time whether it is ready, as an orchestrator's probe does. */
final class ReadinessWatch implements AutoCloseable {
    private static final Duration BETWEEN = Duration.ofMillis(100);
    private static final Duration ANSWER_LONGEST = Duration.ofSeconds(2);
    private static final int OK = 200;

    private final HttpRequest probe;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(ANSWER_LONGEST)
            .build();
    private final List<Readiness.Answer> answers = new CopyOnWriteArrayList<>();
    private final Thread thread = Thread.ofPlatform().name("readiness").daemon().unstarted(this::watch);
    private volatile boolean ready;

    ReadinessWatch(URI ledger) {
        probe = HttpRequest.newBuilder(ledger.resolve("/q/health/ready"))
                .timeout(ANSWER_LONGEST)
                .build();
    }

    void start() {
        thread.start();
    }

    /** What it said last. */
    boolean isReady() {
        return ready;
    }

    List<Readiness.Answer> answers() {
        return List.copyOf(answers);
    }

    @Override
    public void close() {
        thread.interrupt();
        http.shutdownNow();
    }

    private void watch() {
        try {
            while (true) {
                long asked = System.nanoTime();
                ready = answersReady();
                answers.add(new Readiness.Answer(asked, ready));
                Wait.of(BETWEEN);
            }
        } catch (InterruptedException e) {
            ready = false;
        }
    }

    private boolean answersReady() throws InterruptedException {
        try {
            return http.send(probe, BodyHandlers.discarding()).statusCode() == OK;
        } catch (IOException e) {
            return false;
        }
    }
}
