package dev.triad.cloud.load;

import dev.triad.cloud.settlement.LoadBook;
import dev.triad.cloud.settlement.LoadState;
import dev.triad.events.CloudEvent;
import dev.triad.events.EventCodec;
import dev.triad.events.StructuredEvents;
import dev.triad.events.UsageRecorded;
import dev.triad.simulation.emission.EventEmission;
import dev.triad.simulation.recovery.Checkpoints;
import dev.triad.simulation.scenario.Scenario;
import dev.triad.simulation.scenario.Scenarios;
import dev.triad.simulation.startup.LogListener;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;

/**
 * Keeps the load of all groups and settles their days. What a settlement decides is kept, with the
 * offsets that it has read, before its events go out: after a crash the same decision stands, and its
 * events go out again under the same ids.
 */
@Singleton
public class LoadDesk implements LogListener {
    /** A consumer from which nothing was read for so long, though nothing more was there to read, is not waited for. */
    static final Duration IDLE_AFTER = Duration.ofSeconds(30);

    private static final String CHECKPOINT = "cloud-service/settlement";
    private static final Logger LOG = Logger.getLogger(LoadDesk.class);
    private static final Duration WRITE_PATIENCE = Duration.ofSeconds(30);

    /** While much is read at once, several days are settled together: each settlement is a checkpoint. */
    private static final Duration SETTLE_EVERY = Duration.ofMillis(500);

    private static final long RETRY_MILLIS = 1_000;

    private final StructuredEvents structured = new StructuredEvents(new EventCodec());
    private final Map<String, LoadBook> books = new LinkedHashMap<>();
    private final Silence silence = new Silence(IDLE_AFTER);
    /** Events of the latest settlement of an earlier run, which may not have gone out. */
    private final List<CloudEvent> owed = new ArrayList<>();

    private final Map<Integer, Long> offsets = new HashMap<>();
    private final Checkpoints checkpoints;
    private final EventEmission emission;
    private final CountDownLatch restored = new CountDownLatch(1);
    private long settledAt = System.nanoTime();
    private volatile boolean stopping;

    LoadDesk(Scenarios scenarios, Checkpoints checkpoints, EventEmission emission) {
        this.checkpoints = checkpoints;
        this.emission = emission;
        for (Scenario scenario : scenarios.all()) {
            books.put(scenario.group(), new LoadBook(scenario));
        }
    }

    @PreDestroy
    void stop() {
        stopping = true;
    }

    @Override
    public Set<String> topics() {
        return Set.of();
    }

    @Override
    public void replay(ConsumerRecord<byte[], byte[]> record) {}

    @Override
    public synchronized void restore(Checkpoints saved) {
        if (restored.getCount() == 0) {
            // Recovery is being repeated; what has been read since must not be forgotten.
            return;
        }
        saved.restore(CHECKPOINT, LoadCheckpoint.class).ifPresent(checkpoint -> {
            checkpoint.offsets().forEach((partition, offset) -> offsets.put(Integer.valueOf(partition), offset));
            checkpoint.groups().forEach((group, state) -> {
                LoadBook book = books.get(group);
                if (book != null) {
                    book.restore(state);
                }
            });
            checkpoint.outbox().forEach(line -> owed.add(structured.parse(line)));
        });
        waitForAll();
        restored.countDown();
    }

    /** The next offset to read of a partition; waits until it is known. */
    long position(int partition) {
        try {
            if (!restored.await(WRITE_PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                throw new IllegalStateException("the checkpoint has not been read yet");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while waiting for the checkpoint", e);
        }
        synchronized (this) {
            waitForAll();
            return offsets.getOrDefault(partition, 0L);
        }
    }

    /** Nobody is idle before there was a chance to read of them. */
    private void waitForAll() {
        long now = System.nanoTime();
        books.forEach((group, book) -> silence.await(group, book.awaited(), now));
    }

    /** Takes a usage that was read. */
    synchronized void take(CloudEvent event, UsageRecorded usage) {
        String group = event.source().group();
        LoadBook book = books.get(group);
        if (book != null && book.add(event, usage)) {
            silence.heard(group, usage.consumer(), System.nanoTime());
        }
    }

    /** Everything before that offset has been read. */
    synchronized void read(int partition, long nextOffset) {
        offsets.put(partition, nextOffset);
    }

    /** More is there to read than was read at once. */
    synchronized void behind() {
        silence.behind(System.nanoTime());
    }

    /** Settles the days that are complete, if it is time to; returns when Kafka has their events. */
    synchronized void settle() throws InterruptedException {
        if (restored.getCount() > 0 || System.nanoTime() - settledAt < SETTLE_EVERY.toNanos()) {
            return;
        }
        if (!owed.isEmpty()) {
            long began = System.nanoTime();
            untilDone("earlier settlement not written yet", () -> emitAll(owed));
            owed.clear();
            silence.excuse(System.nanoTime() - began);
        }
        settledAt = System.nanoTime();
        List<CloudEvent> events = new ArrayList<>();
        books.forEach((group, book) -> events.addAll(book.settle(silence.idle(group, settledAt))));
        if (events.isEmpty()) {
            return;
        }
        untilDone("settlement not kept yet", () -> checkpoints.write(CHECKPOINT, checkpoint(events)));
        untilDone("settlement not written yet", () -> emitAll(events));
        silence.excuse(System.nanoTime() - settledAt);
        LOG.debugf("settled events=%d", events.size());
    }

    /** The state of a group's load. */
    public synchronized LoadState state(String group) {
        LoadBook book = books.get(group);
        if (book == null) {
            throw new IllegalArgumentException("no cloud of " + group + " is hosted here");
        }
        return book.state();
    }

    private LoadCheckpoint checkpoint(List<CloudEvent> events) {
        Map<String, Long> positions = new HashMap<>();
        offsets.forEach((partition, offset) -> positions.put(partition.toString(), offset));
        Map<String, LoadState> groups = new HashMap<>();
        books.forEach((group, book) -> groups.put(group, book.state()));
        return new LoadCheckpoint(
                positions, groups, events.stream().map(structured::format).toList());
    }

    private CompletableFuture<Void> emitAll(List<CloudEvent> events) {
        return CompletableFuture.allOf(events.stream().map(emission::emit).toArray(CompletableFuture[]::new));
    }

    private void untilDone(String complaint, Supplier<CompletableFuture<Void>> action) throws InterruptedException {
        while (true) {
            try {
                action.get().get(WRITE_PATIENCE.toSeconds(), TimeUnit.SECONDS);
                return;
            } catch (ExecutionException | TimeoutException e) {
                if (stopping) {
                    throw new InterruptedException("the service is stopping");
                }
                LOG.warnf("%s and tried again reason=\"%s\"", complaint, e.getMessage());
                Thread.sleep(RETRY_MILLIS);
            }
        }
    }
}
