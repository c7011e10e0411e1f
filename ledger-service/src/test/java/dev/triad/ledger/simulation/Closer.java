package dev.triad.ledger.simulation;

import dev.triad.events.CloudEvent;
import dev.triad.events.EventCodec;
import dev.triad.events.KafkaBinding;
import dev.triad.events.OffsetRange;
import dev.triad.events.PartitionCut;
import dev.triad.events.PeriodClosed;
import dev.triad.events.Source;
import dev.triad.ledger.period.Closing;
import dev.triad.ledger.period.Closings;
import dev.triad.ledger.posting.Received;
import dev.triad.ledger.posting.Streams;
import dev.triad.ledger.simulation.BooksState.BalanceKey;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/** Closes periods at any moment, as the ledger does when it is asked to; the log hears of it some time later. */
final class Closer {
    private static final YearMonth FIRST = YearMonth.of(2026, 1);
    private static final int MONTHS = 4;
    private static final KafkaBinding BINDING = new KafkaBinding(new EventCodec());

    /**
     * A closing that was made.
     *
     * @param balances of the hours that it closes, as they stood; null when another closing was on its way, which may move
     *     from hour to hour what this one closes
     */
    record Made(
            UUID event,
            String group,
            Instant end,
            int incarnation,
            @Nullable Map<BalanceKey, BigInteger> balances) {}

    private final SimulatedLog log;
    private final SimulatedBooks books;
    private final RandomGenerator random;
    private final int partitions;
    private final boolean closes;
    private final List<Made> made = new ArrayList<>();
    private final Deque<CloudEvent> untold = new ArrayDeque<>();

    Closer(SimulatedLog log, SimulatedBooks books, RandomGenerator random, int partitions, boolean closes) {
        this.log = log;
        this.books = books;
        this.random = random;
        this.partitions = partitions;
        this.closes = closes;
    }

    List<Made> made() {
        return made;
    }

    /** Closes a period of some group, unless something of it waits; says what it did. */
    Optional<String> close() {
        BooksState state = books.state();
        if (!closes || state.groups.isEmpty()) {
            return Optional.empty();
        }
        String group = List.copyOf(state.groups.keySet()).get(random.nextInt(state.groups.size()));
        YearMonth month = FIRST.plusMonths(random.nextInt(MONTHS));
        Instant end = Closing.end(month);
        Closings closed = state.closings.getOrDefault(group, Closings.NONE);
        if (closed.last().map(last -> !last.end().isBefore(end)).orElse(false) || isWaiting(state, group, end)) {
            return Optional.empty();
        }
        CloudEvent event = new CloudEvent(
                new UUID(random.nextLong(), random.nextLong()),
                new Source(group, "cloud"),
                group,
                Streams.START.plus(Duration.ofDays(200)),
                new PeriodClosed(month.toString(), cut(state, group)));
        made.add(new Made(
                event.id(),
                group,
                end,
                books.incarnation(),
                isOneOnItsWay(state, group) ? null : state.balancesBefore(group, end)));
        untold.add(event);
        return Optional.of("close " + month + " of " + group);
    }

    private boolean isOneOnItsWay(BooksState state, String group) {
        Set<UUID> arrived = new HashSet<>();
        state.closings.getOrDefault(group, Closings.NONE).all().forEach(closing -> arrived.add(closing.event()));
        state.suspense.values().forEach(item -> {
            if (item.suspended().received() instanceof Received.Decoded event) {
                arrived.add(event.event().id());
            }
        });
        return made.stream().anyMatch(one -> one.group().equals(group) && !arrived.contains(one.event()));
    }

    private static boolean isWaiting(BooksState state, String group, Instant end) {
        return state.suspense.values().stream()
                .anyMatch(item -> item.isWaiting()
                        && item.suspended().received() instanceof Received.Decoded event
                        && event.event().source().group().equals(group)
                        && event.event().time().isBefore(end));
    }

    private static List<PartitionCut> cut(BooksState state, String group) {
        Map<TopicPartition, List<OffsetRange>> pending = new HashMap<>();
        state.suspense.values().stream()
                .filter(item -> !item.resolved() && isOf(group, item))
                .map(BooksState.Item::position)
                .sorted(Comparator.comparingLong(position -> position.offset()))
                .forEach(position -> pending.computeIfAbsent(
                                new TopicPartition(position.topic(), position.partition()), _ -> new ArrayList<>())
                        .add(new OffsetRange(position.offset(), position.offset() + 1)));
        List<PartitionCut> cut = new ArrayList<>();
        state.offsets.forEach((partition, next) -> cut.add(new PartitionCut(
                partition.topic(), partition.partition(), next, pending.getOrDefault(partition, List.of()))));
        return cut;
    }

    /** What is no event may be one of any group. */
    private static boolean isOf(String group, BooksState.Item item) {
        return !(item.suspended().received() instanceof Received.Decoded event)
                || event.event().source().group().equals(group);
    }

    /** The log may hear of a closing. */
    void tell() {
        if (!untold.isEmpty() && random.nextInt(4) == 0) {
            append(untold.removeFirst());
        }
    }

    void tellAll() {
        while (!untold.isEmpty()) {
            append(untold.removeFirst());
        }
    }

    private void append(CloudEvent event) {
        ProducerRecord<byte[], byte[]> record = BINDING.toRecord(event);
        log.append(
                new TopicPartition(
                        record.topic(), Story.referencePartition(event.source().group(), partitions)),
                record.key(),
                record.value(),
                new RecordHeaders(record.headers()));
    }
}
