package dev.triad.ledger.posting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.triad.events.CloudEvent;
import dev.triad.events.OffsetRange;
import dev.triad.events.PartitionCut;
import dev.triad.events.PeriodClosed;
import dev.triad.events.Topics;
import dev.triad.ledger.period.Closing;
import dev.triad.ledger.period.Closings;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/**
 * Closings leave the books a function of the log: in whatever order its partitions are read, every account comes to the
 * same at every accounting date.
 */
class ClosedPeriodsTest {
    private static final int EVENTS = 90;
    private static final int PARTITIONS = 2;
    private static final Duration SPAN = Duration.ofDays(110);

    private record Partition(String topic, int number) {}

    @Property(tries = 400)
    void anyInterleavingOfPartitionsGivesTheSameAtEveryAccountingDate(
            @ForAll long seed, @ForAll long order, @ForAll @IntRange(min = 1, max = 60) int batchSize) {
        // Given
        Map<Partition, List<Received>> log = log(seed);
        MemoryBooks rebuilt = new MemoryBooks();
        rebuilt.post(log.values().stream().flatMap(List::stream).toList());

        // When
        MemoryBooks books = new MemoryBooks();
        List<Received> arrivals = interleaved(log, order);
        for (int from = 0; from < arrivals.size(); from += batchSize) {
            books.post(arrivals.subList(from, Math.min(arrivals.size(), from + batchSize)));
        }

        // Then
        assertThat(words(ByDate.of(books.entries()))).isEqualTo(words(ByDate.of(rebuilt.entries())));
        assertThat(books.balances()).isEqualTo(rebuilt.balances());
        assertThat(closed(books)).isEqualTo(closed(rebuilt));
    }

    private static List<Closing> closed(MemoryBooks books) {
        return books.closings()
                .getOrDefault(Streams.STORE.group(), Closings.NONE)
                .all();
    }

    private static String words(Map<Instant, Map<String, BigInteger>> dates) {
        StringBuilder words = new StringBuilder();
        dates.forEach((date, accounts) ->
                words.append(date).append(' ').append(accounts).append('\n'));
        return words.toString();
    }

    /** A log with closings whose cuts are anything, wherever they stand. */
    private static Map<Partition, List<Received>> log(long seed) {
        Random random = new Random(seed);
        Map<Partition, List<CloudEvent>> events = new HashMap<>();
        for (CloudEvent event :
                Streams.of(Streams.STORE.group(), seed, EVENTS, number -> new UUID(0x7000, number), SPAN)) {
            String topic = event.type().topic();
            int number = topic.equals(Topics.REFERENCE) ? 0 : random.nextInt(PARTITIONS);
            events.computeIfAbsent(new Partition(topic, number), _ -> new ArrayList<>())
                    .add(event);
        }
        List<CloudEvent> reference = Objects.requireNonNull(events.get(new Partition(Topics.REFERENCE, 0)));
        int at = 1;
        for (int month = 1; month <= 4 && at < reference.size(); month++) {
            at = random.nextInt(at, reference.size() + 1);
            if (random.nextInt(4) > 0) {
                reference.add(at, closing(month, events, random));
                at++;
            }
        }
        Map<Partition, List<Received>> log = new HashMap<>();
        events.forEach((partition, all) -> {
            List<Received> records = new ArrayList<>();
            all.forEach(event -> records.add(Streams.received(event, partition.number(), records.size())));
            log.put(partition, records);
        });
        return log;
    }

    private static CloudEvent closing(int month, Map<Partition, List<CloudEvent>> events, Random random) {
        List<PartitionCut> cut = new ArrayList<>();
        events.forEach((partition, all) -> {
            long next = random.nextInt(all.size() + 2);
            long pending = random.nextInt(all.size() + 2);
            cut.add(new PartitionCut(
                    partition.topic(),
                    partition.number(),
                    next,
                    random.nextBoolean() ? List.of() : List.of(new OffsetRange(pending, pending + 2))));
        });
        return Streams.event(
                new UUID(0x7001, month),
                Streams.CLOUD,
                Streams.STORE.group(),
                Streams.START.plus(SPAN),
                new PeriodClosed("2026-0" + month, cut));
    }

    private static List<Received> interleaved(Map<Partition, List<Received>> log, long order) {
        Random random = new Random(order);
        List<Deque<Received>> left = new ArrayList<>();
        log.values().forEach(records -> left.add(new ArrayDeque<>(records)));
        List<Received> arrivals = new ArrayList<>();
        while (!left.isEmpty()) {
            Deque<Received> partition = left.get(random.nextInt(left.size()));
            // Runs of one partition, so that others fall far behind.
            for (int i = random.nextInt(1, 12); i > 0 && !partition.isEmpty(); i--) {
                arrivals.add(partition.removeFirst());
            }
            left.removeIf(Deque::isEmpty);
        }
        return arrivals;
    }
}
