package dev.triad.cli.bench;

import dev.triad.cli.CommandException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/** Some clients that ask questions of one kind, each the next one as soon as it has its answer. */
final class QueryLoad {
    private final LedgerApi api;
    private final QueryKind.Questions questions;
    private final int clients;
    private final SplittableRandom random;

    QueryLoad(LedgerApi api, QueryKind.Questions questions, int clients, long seed) {
        this.api = api;
        this.questions = questions;
        this.clients = clients;
        this.random = new SplittableRandom(seed);
    }

    /** What was taken of one kind so far. */
    static final class Taken {
        private final Histogram micros = new Histogram(Visibility.DIGITS);
        private long nanos;

        Histogram micros() {
            return micros;
        }

        double requestsPerSecond() {
            return micros.getTotalCount() / (nanos / (double) TimeUnit.SECONDS.toNanos(1));
        }
    }

    /** Asks for that long, and adds what it took to what was taken before. */
    void run(QueryKind kind, Duration time, Taken taken) throws InterruptedException {
        long begin = System.nanoTime();
        long end = begin + time.toNanos();
        List<Future<Histogram>> asking = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(clients)) {
            for (int client = 0; client < clients; client++) {
                SplittableRandom own = random.split();
                asking.add(threads.submit(() -> ask(kind, own, end)));
            }
            for (Future<Histogram> client : asking) {
                taken.micros.add(client.get());
            }
        } catch (ExecutionException e) {
            if (e.getCause() instanceof CommandException why) {
                throw why;
            }
            throw new CommandException("The ledger could not be asked for a " + kind.words() + ": " + e.getCause());
        }
        taken.nanos += System.nanoTime() - begin;
    }

    private Histogram ask(QueryKind kind, SplittableRandom own, long end) throws Exception {
        Histogram micros = new Histogram(Visibility.DIGITS);
        long now = System.nanoTime();
        while (now < end) {
            api.require(kind.path(questions, own));
            long answered = System.nanoTime();
            micros.recordValue(TimeUnit.NANOSECONDS.toMicros(answered - now));
            now = answered;
        }
        return micros;
    }
}
