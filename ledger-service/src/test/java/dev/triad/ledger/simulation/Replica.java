package dev.triad.ledger.simulation;

import dev.triad.events.Topics;
import dev.triad.ledger.intake.SimulatedIntake;
import dev.triad.ledger.journal.Journal;
import dev.triad.ledger.journal.SimulatedJournal;
import dev.triad.ledger.posting.Received;
import dev.triad.ledger.suspense.SimulatedSweep;
import dev.triad.ledger.timer.Timer;
import java.lang.reflect.Proxy;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** A ledger process: its channels, its timers, and a memory that ends with it. */
final class Replica {
    private static final int QUEUE_MAX = 2;

    private final SimulatedBooks.Client books;
    private final SimulatedLog log;
    private final Scheduler scheduler;
    private final RandomGenerator random;
    private final Journal journal;
    private final SimulatedIntake intake;
    private final List<Channel> channels = new ArrayList<>();
    private final List<Scheduler.Strand> strands = new ArrayList<>();
    private final int pollMax;
    private boolean frozen;
    private boolean stopping;

    Replica(SimulatedBooks server, SimulatedLog log, RandomGenerator random, int eventChannels, int pollMax) {
        this.books = server.client();
        this.log = log;
        this.scheduler = server.scheduler();
        this.random = random;
        this.pollMax = pollMax;
        this.journal = SimulatedJournal.over(books, random.nextInt(1, 5));
        this.intake = new SimulatedIntake(books, journal, scheduler::nanos, this::rest);
        channels.add(new Channel(true));
        for (int i = 0; i < eventChannels; i++) {
            channels.add(new Channel(false));
        }
        SimulatedSweep sweep = new SimulatedSweep(books, journal, scheduler::nanos);
        channels.forEach(channel -> strands.add(scheduler.spawn(this::isFrozen, channel::work)));
        strands.add(scheduler.spawn(this::isFrozen, () -> everySecond(sweep::sweep)));
        strands.add(scheduler.spawn(this::isFrozen, () -> everySecond(intake::watch)));
    }

    private void everySecond(Timer.Task task) {
        while (!stopping) {
            try {
                task.run();
            } catch (Exception | OutOfMemoryError _) {
                // A timer outlives that.
            }
            scheduler.sleep(Duration.ofSeconds(1));
        }
    }

    private boolean rest(long millis) {
        scheduler.sleep(Duration.ofMillis(millis));
        return stopping;
    }

    List<Channel> channels() {
        return channels;
    }

    boolean isFrozen() {
        return frozen;
    }

    void freeze(boolean still) {
        frozen = still;
    }

    boolean isFatal() {
        return intake.isFatal();
    }

    String failure() {
        return intake.failure();
    }

    /** Tells it to stop; it does not wait for that. */
    void stop() {
        stopping = true;
    }

    boolean isStopping() {
        return stopping;
    }

    /** The process ends wherever it stands. */
    void die() {
        books.die();
        frozen = false;
        strands.forEach(Scheduler.Strand::kill);
    }

    /** Somebody asks for one suspense item to be tried again. */
    void redrive(long item) {
        strands.add(scheduler.spawn(this::isFrozen, () -> {
            try {
                journal.redrive(new OneItem(item));
            } catch (SQLException | RuntimeException | OutOfMemoryError _) {
                // Whoever asked is told.
            }
        }));
    }

    private record OneItem(long id) implements Journal.RedriveSource {
        @Override
        public Map<Long, Received> lock(dev.triad.ledger.journal.Books.Transaction transaction) throws SQLException {
            Map<Long, Received> items = new TreeMap<>();
            transaction.lockOpen(id).forEach((item, raw) -> items.put(item, DECODER.decode(raw)));
            return items;
        }

        @Override
        public boolean changesReference() {
            return true;
        }
    }

    private static final dev.triad.ledger.intake.RecordDecoder DECODER = new dev.triad.ledger.intake.RecordDecoder();

    /** A consumer with the worker that its batches go to, one after the other. */
    final class Channel {
        private final boolean reference;
        private final Set<TopicPartition> assigned = new TreeSet<>(SimulatedLog.ORDER);
        private final Map<TopicPartition, Long> positions = new TreeMap<>(SimulatedLog.ORDER);
        private final Deque<ConsumerRecords<byte[], byte[]>> queue = new ArrayDeque<>();
        private @Nullable Set<TopicPartition> assignment;

        private final Consumer<?, ?> consumer = (Consumer<?, ?>) Proxy.newProxyInstance(
                Consumer.class.getClassLoader(), new Class<?>[] {Consumer.class}, (_, method, arguments) -> {
                    if (method.getName().equals("seek") && arguments[1] instanceof Long offset) {
                        positions.put((TopicPartition) arguments[0], offset);
                        return null;
                    }
                    throw new UnsupportedOperationException(method.getName());
                });

        private Channel(boolean reference) {
            this.reference = reference;
        }

        boolean reads(TopicPartition partition) {
            return reference == partition.topic().equals(Topics.REFERENCE);
        }

        Replica replica() {
            return Replica.this;
        }

        /** The group's coordinator decided; this consumer learns of it when it polls next. */
        void assign(Set<TopicPartition> partitions) {
            assignment = partitions;
        }

        boolean wantsToPoll() {
            return !frozen
                    && !stopping
                    && (assignment != null
                            || queue.size() < QUEUE_MAX && assigned.stream().anyMatch(this::hasMore));
        }

        private boolean hasMore(TopicPartition partition) {
            return positions.getOrDefault(partition, 0L) < log.end(partition);
        }

        void poll() {
            Set<TopicPartition> changed = assignment;
            if (changed != null) {
                assignment = null;
                rebalanced(changed);
            }
            Map<TopicPartition, List<ConsumerRecord<byte[], byte[]>>> records = new TreeMap<>(SimulatedLog.ORDER);
            for (TopicPartition partition : assigned) {
                if (queue.size() < QUEUE_MAX && hasMore(partition) && random.nextInt(3) > 0) {
                    long from = positions.getOrDefault(partition, 0L);
                    List<ConsumerRecord<byte[], byte[]>> some =
                            log.read(partition, from, random.nextInt(1, pollMax + 1));
                    positions.put(partition, from + some.size());
                    records.put(partition, some);
                }
            }
            if (!records.isEmpty()) {
                queue.add(new ConsumerRecords<>(records, Map.of()));
            }
        }

        /** What was polled before may be handed over all the same: a rebalance waits for nothing. */
        private void rebalanced(Set<TopicPartition> now) {
            if (random.nextBoolean()) {
                queue.clear();
                positions.clear();
                assigned.clear();
            }
            assigned.retainAll(now);
            Set<TopicPartition> gained = new TreeSet<>(SimulatedLog.ORDER);
            gained.addAll(now);
            gained.removeAll(new HashSet<>(assigned));
            intake.assigned(consumer, gained);
            assigned.addAll(gained);
        }

        private void work() {
            while (!stopping) {
                scheduler.await(() -> !queue.isEmpty());
                ConsumerRecords<byte[], byte[]> records = queue.poll();
                if (records != null) {
                    take(records);
                }
            }
        }

        /** The connector lets a failure pass: what becomes of the next batch is the ledger's own affair. */
        private void take(ConsumerRecords<byte[], byte[]> records) {
            try {
                if (reference) {
                    intake.takeReference(records);
                } else {
                    intake.takeEvents(records);
                }
            } catch (RuntimeException | OutOfMemoryError _) {
                // As above.
            }
        }
    }
}
