package dev.triad.simulation.startup;

import dev.triad.simulation.recovery.Checkpoints;
import dev.triad.simulation.recovery.LogReader;
import dev.triad.simulation.runner.Simulation;
import io.quarkus.arc.All;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;

/**
 * Makes a service ready: it loads the checkpoints, reads the latest part of the log again, and only then
 * lets commands in and the simulation run. While Kafka cannot be reached it tries again.
 */
@Singleton
public class Recovery {
    /**
     * How many of the latest records of each partition are read again: the window in which an
     * {@code Idempotency-Key} is remembered over a restart, and in which the read models see.
     */
    public static final long REPLAY_RECORDS_MAX = 20_000;

    private static final Logger LOG = Logger.getLogger(Recovery.class);
    private static final long RETRY_MILLIS = 1_000;

    private final Checkpoints checkpoints;
    private final LogReader reader;
    private final List<LogListener> listeners;
    private final Simulation simulation;
    private final CountDownLatch done = new CountDownLatch(1);
    private final Thread thread = new Thread(this::recover, "triad-recovery");

    Recovery(Checkpoints checkpoints, LogReader reader, @All List<LogListener> listeners, Simulation simulation) {
        this.checkpoints = checkpoints;
        this.reader = reader;
        this.listeners = listeners;
        this.simulation = simulation;
    }

    void start(@Observes StartupEvent event) {
        thread.setDaemon(true);
        thread.start();
    }

    @PreDestroy
    void stop() {
        thread.interrupt();
    }

    /** Whether the service has caught up with the log. */
    public boolean isDone() {
        return done.getCount() == 0;
    }

    private void recover() {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                long started = System.nanoTime();
                long records = attempt();
                LOG.infof(
                        "recovered records=%d millis=%d",
                        records, TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - started));
                simulation.start();
                done.countDown();
                return;
            } catch (RuntimeException e) {
                LOG.warnf("recovery failed and is tried again reason=\"%s\"", e.getMessage());
                pause();
            }
        }
    }

    private long attempt() {
        checkpoints.load();
        listeners.forEach(listener -> listener.restore(checkpoints));
        Set<String> topics = new LinkedHashSet<>();
        listeners.forEach(listener -> topics.addAll(listener.topics()));
        long[] records = {0};
        if (!topics.isEmpty()) {
            reader.read(topics, REPLAY_RECORDS_MAX, record -> {
                records[0]++;
                replay(record);
            });
        }
        return records[0];
    }

    /** One record that a listener stumbles over must not keep the service from becoming ready. */
    private void replay(ConsumerRecord<byte[], byte[]> record) {
        for (LogListener listener : listeners) {
            if (listener.topics().contains(record.topic())) {
                try {
                    listener.replay(record);
                } catch (RuntimeException e) {
                    // Its message may quote the record, which has no business in a log.
                    LOG.warnf(
                            "record passed over topic=%s partition=%d offset=%d failure=%s",
                            record.topic(),
                            record.partition(),
                            record.offset(),
                            e.getClass().getName());
                }
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(RETRY_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
