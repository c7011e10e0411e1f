package dev.triad.ledger.posting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.triad.events.CloudEvent;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Neither the order of arrival, nor duplicates, nor how records fall into batches matter to any balance. */
class OrderOfArrivalTest {
    private static final int EVENTS = 120;

    @Property(tries = 200)
    void anyPermutationWithDuplicatesGivesTheSameBalances(
            @ForAll long seed, @ForAll long shuffle, @ForAll @IntRange(min = 1, max = 150) int batchSize) {
        // Given
        List<CloudEvent> stream = Streams.of(seed, EVENTS);
        Map<String, BigInteger> expected = post(stream, stream.size()).balances();

        // When
        List<CloudEvent> arrivals = shuffledWithDuplicates(stream, shuffle);
        MemoryBooks books = post(arrivals, batchSize);

        // Then
        assertThat(books.suspense()).isEmpty();
        assertThat(books.duplicates()).isEqualTo(arrivals.size() - stream.size());
        assertThat(books.balances()).isEqualTo(expected);
    }

    @Property(tries = 100)
    void intersegmentAccountsMirrorForEveryPair(@ForAll long seed, @ForAll long shuffle) {
        // Given
        List<CloudEvent> stream = shuffledWithDuplicates(Streams.of(seed, EVENTS), shuffle);

        // When
        Map<String, BigInteger> balances = post(stream, 17).balances();

        // Then
        for (String consumer : List.of("store", "device")) {
            assertThat(sum(balances, consumer + ":liabilities:intersegment:cloud"))
                    .isEqualTo(sum(balances, "cloud:assets:intersegment:" + consumer)
                            .negate());
            assertThat(sum(balances, consumer + ":expenses:intersegment:cloud"))
                    .isEqualTo(sum(balances, "cloud:revenue:intersegment:" + consumer)
                            .negate());
            assertThat(sum(balances, consumer + ":memo:imputed-subsidy:transfer-price:received:cloud"))
                    .isEqualTo(sum(balances, "cloud:memo:imputed-subsidy:transfer-price:granted:" + consumer)
                            .negate());
        }
    }

    @Property(tries = 100)
    void theBooksAsAWholeSumToZero(@ForAll long seed) {
        // When
        Map<String, BigInteger> balances = post(Streams.of(seed, EVENTS), 23).balances();

        // Then
        assertThat(balances.values().stream().reduce(BigInteger.ZERO, BigInteger::add))
                .isZero();
        assertThat(balances).isNotEmpty();
    }

    private static MemoryBooks post(List<CloudEvent> events, int batchSize) {
        MemoryBooks books = new MemoryBooks();
        long offset = 0;
        for (int from = 0; from < events.size(); from += batchSize) {
            List<Received> batch = new ArrayList<>();
            for (CloudEvent event : events.subList(from, Math.min(events.size(), from + batchSize))) {
                batch.add(Streams.received(event, offset++));
            }
            books.post(batch);
        }
        return books;
    }

    private static List<CloudEvent> shuffledWithDuplicates(List<CloudEvent> events, long seed) {
        Random random = new Random(seed);
        List<CloudEvent> arrivals = new ArrayList<>(events);
        for (int i = 0; i < events.size() / 10; i++) {
            arrivals.add(events.get(random.nextInt(events.size())));
        }
        Collections.shuffle(arrivals, random);
        return arrivals;
    }

    private static BigInteger sum(Map<String, BigInteger> balances, String prefix) {
        return balances.entrySet().stream()
                .filter(balance -> balance.getKey().startsWith(prefix))
                .map(Map.Entry::getValue)
                .reduce(BigInteger.ZERO, BigInteger::add);
    }
}
