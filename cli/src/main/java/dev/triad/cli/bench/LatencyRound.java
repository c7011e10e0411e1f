package dev.triad.cli.bench;

import dev.triad.cli.CommandException;
import dev.triad.cli.imports.progress.Progress;
import dev.triad.cli.kafka.EventSender;
import dev.triad.cli.workload.Workload;
import dev.triad.cli.workload.WorkloadSettings;
import dev.triad.events.CloudEvent;
import dev.triad.events.ConsumerKind;
import dev.triad.events.EventType;
import dev.triad.events.UsageRecorded;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.Histogram;

/**
 * Sends at a fixed rate, whatever the ledger does, and asks it over and over for the balances of the customers outside.
 * A time counts from when an event was due, so that a stall is felt by every event that should have been sent in it.
 */
final class LatencyRound {
    private static final String RECEIVABLES = "cloud:assets:receivables:";
    private static final long NANOS_A_SECOND = TimeUnit.SECONDS.toNanos(1);
    private static final Duration LONGEST = Duration.ofSeconds(60);
    /** What is due within a moment is sent at its end: to wake up for each event would load the machine. */
    private static final long TICK_NANOS = TimeUnit.MILLISECONDS.toNanos(5);

    private static final long QUESTION_EVERY_MILLIS = 10;

    private final LedgerApi api;
    private final EventSender sender;
    private final Workload workload;
    private final WorkloadSettings settings;
    private final int perSecond;
    private final Visibility visibility = new Visibility();
    private final Histogram askingMicros = new Histogram(Visibility.DIGITS);
    private volatile long allSentNanos;
    private volatile boolean allSent;

    /**
     * What a round came to.
     *
     * @param micros from due to visible, in microseconds
     * @param askingMicros how long one question took, in microseconds: the grain of the times
     * @param sentPerSecond the rate that was really kept up
     */
    record Result(Histogram micros, Histogram askingMicros, double sentPerSecond) {}

    LatencyRound(LedgerApi api, EventSender sender, WorkloadSettings settings, int perSecond) {
        this.api = api;
        this.sender = sender;
        this.settings = settings;
        this.workload = new Workload(settings);
        this.perSecond = perSecond;
    }

    /** @param warmUpSeconds how long it sends at the rate before it takes times */
    Result run(Books books, int warmUpSeconds, Progress progress)
            throws IOException, InterruptedException, SQLException {
        CloudEvent first = introduce();
        try (ExecutorService asking = Executors.newVirtualThreadPerTaskExecutor();
                Progress.Bar bar = progress.start("send", "records", settings.records())) {
            Future<?> answers = asking.submit(this::ask);
            double sentPerSecond = send(first, (long) warmUpSeconds * perSecond, bar);
            markSent();
            answers.get();
            while (books.waiting() > 0) {
                pause();
            }
            Proof.requireBalances(workload.expectation(), settings.group(), api);
            return new Result(visibility.micros(), askingMicros, sentPerSecond);
        } catch (ExecutionException e) {
            throw new CommandException("The ledger could not be asked: " + e.getCause());
        }
    }

    /** Sends the group and its rates, and waits until they are on the books; the first event of the trade. */
    private CloudEvent introduce() throws IOException, InterruptedException {
        CloudEvent event = workload.next();
        CloudEvent last = event;
        while (event.type() == EventType.GROUP_DECLARED || event.type() == EventType.RATE_PUBLISHED) {
            last = event;
            sender.send(event);
            event = workload.next();
        }
        sender.flush();
        markSent();
        while (!api.isPosted(last.source(), last.id())) {
            pause();
        }
        allSent = false;
        return event;
    }

    private double send(CloudEvent first, long untimed, Progress.Bar bar) {
        long begin = System.nanoTime();
        CloudEvent event = first;
        long number = 0;
        while (true) {
            long due = begin + number * NANOS_A_SECOND / perSecond;
            awaitNanos(due);
            announce(event, number < untimed ? Visibility.UNTIMED : due);
            sender.send(event);
            number++;
            if (!workload.hasNext()) {
                break;
            }
            event = workload.next();
            if (number % perSecond == 0) {
                bar.to(number);
            }
        }
        sender.flush();
        bar.to(settings.records());
        return number / ((System.nanoTime() - begin) / (double) NANOS_A_SECOND);
    }

    private void announce(CloudEvent event, long due) {
        if (event.data() instanceof UsageRecorded usage && usage.consumerKind() == ConsumerKind.TENANT) {
            visibility.sending(RECEIVABLES + usage.consumer(), event.id(), due);
        }
    }

    private Void ask() throws IOException, InterruptedException {
        while (!allSent || visibility.open() > 0) {
            long begin = System.nanoTime();
            Map<String, Long> postings = api.postings(settings.group(), RECEIVABLES);
            long answered = System.nanoTime();
            visibility.answered(postings, answered);
            askingMicros.recordValue(TimeUnit.NANOSECONDS.toMicros(answered - begin));
            pause();
        }
        return null;
    }

    /** A moment between two questions, for as long as there is hope. */
    private void pause() throws InterruptedException {
        if (allSent && System.nanoTime() - allSentNanos > LONGEST.toNanos()) {
            throw new CommandException(
                    "Something that was sent is not on the books after " + LONGEST.toSeconds() + " s.");
        }
        TimeUnit.MILLISECONDS.sleep(QUESTION_EVERY_MILLIS);
    }

    private void markSent() {
        allSentNanos = System.nanoTime();
        allSent = true;
    }

    /** Returns at once when it is due, and else at least a tick later. */
    private static void awaitNanos(long due) {
        long left = due - System.nanoTime();
        while (left > 0) {
            LockSupport.parkNanos(Math.max(left, TICK_NANOS));
            left = due - System.nanoTime();
        }
    }
}
