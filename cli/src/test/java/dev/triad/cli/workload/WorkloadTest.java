package dev.triad.cli.workload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.triad.events.CloudEvent;
import dev.triad.events.EventType;
import dev.triad.events.SaleRecorded;
import dev.triad.events.SaleReturned;
import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class WorkloadTest {
    private static final int RECORDS = 20_000;

    @Property(tries = 20, shrinking = ShrinkingMode.OFF)
    void itsBooksAreWhatItsEventsComeToInAnyOrder(
            @ForAll long seed, @ForAll @IntRange(min = 100, max = 5_000) int records) {
        // Given
        Workload workload = new Workload(WorkloadSettings.amazon(seed, records));
        List<CloudEvent> events = drain(workload);

        // When
        Collections.shuffle(events, new Random(seed));
        PostedByHand byHand = PostedByHand.of(distinct(events).values());

        // Then
        Expectation expectation = workload.expectation();
        assertThat(expectation.balances()).isEqualTo(byHand.balances());
        assertThat(expectation.postings()).isEqualTo(byHand.postings());
        assertThat(expectation.events()).isEqualTo(distinct(events).size());
        assertThat(expectation.records()).isEqualTo(events.size()).isEqualTo(records);
        assertThat(expectation.duplicates()).isEqualTo(records - expectation.events());
    }

    @Test
    void itsBalancesSumToZero() {
        // Given
        Workload workload = new Workload(WorkloadSettings.amazon(1, RECORDS));

        // When
        drain(workload);

        // Then
        assertThat(workload.expectation().balances().values().stream().reduce(BigInteger.ZERO, BigInteger::add))
                .isZero();
    }

    @Test
    void equalSettingsMakeEqualStreams() {
        // Given
        Workload one = new Workload(WorkloadSettings.amazon(7, RECORDS));
        Workload other = new Workload(WorkloadSettings.amazon(7, RECORDS));

        // When
        List<CloudEvent> events = drain(one);

        // Then
        assertThat(drain(other)).isEqualTo(events);
        assertThat(other.expectation()).isEqualTo(one.expectation());
    }

    @Test
    void anotherSeedMakesAnotherStream() {
        assertThat(drain(new Workload(WorkloadSettings.amazon(8, RECORDS))))
                .isNotEqualTo(drain(new Workload(WorkloadSettings.amazon(7, RECORDS))));
    }

    @Test
    void aRecordInAHundredRepeatsAnotherWordForWord() {
        // Given
        List<CloudEvent> events = drain(new Workload(WorkloadSettings.amazon(2, RECORDS)));
        Map<UUID, CloudEvent> first = new HashMap<>();

        // When
        List<CloudEvent> repeated = events.stream()
                .filter(event -> first.putIfAbsent(event.id(), event) != null)
                .toList();

        // Then
        assertThat(repeated)
                .hasSizeBetween(RECORDS / 100 - 60, RECORDS / 100 + 60)
                .allSatisfy(event -> assertThat(event).isEqualTo(first.get(event.id())));
    }

    @Test
    void someReturnsOvertakeTheirSales() {
        // Given
        Set<UUID> sales = new HashSet<>();
        int early = 0;
        int matched = 0;

        // When
        for (CloudEvent event : drain(new Workload(WorkloadSettings.amazon(3, RECORDS)))) {
            if (event.data() instanceof SaleRecorded) {
                sales.add(event.id());
            } else if (event.data() instanceof SaleReturned returned && returned.sale() != null) {
                matched++;
                early += sales.contains(returned.sale()) ? 0 : 1;
            }
        }

        // Then
        assertThat(early).isPositive();
        assertThat(matched).isGreaterThan(10 * early);
    }

    @Test
    void someEventsComeDaysLate() {
        // Given
        Workload workload = new Workload(WorkloadSettings.amazon(4, RECORDS));
        List<CloudEvent> events = drain(workload);
        long late = 0;

        // When
        for (int i = 1; i < events.size(); i++) {
            Duration behind =
                    Duration.between(events.get(i).time(), events.get(i - 1).time());
            late += behind.compareTo(Duration.ofDays(1)) > 0 ? 1 : 0;
        }

        // Then
        assertThat(late).isGreaterThan(RECORDS / 200);
    }

    @Test
    void theMixHoldsWhatALedgerHasToCopeWith() {
        // Given
        List<CloudEvent> events = drain(new Workload(WorkloadSettings.amazon(5, RECORDS)));

        // When
        Map<EventType, Long> byType =
                events.stream().collect(Collectors.groupingBy(CloudEvent::type, Collectors.counting()));
        Set<Integer> lines = events.stream()
                .filter(event -> event.data() instanceof SaleRecorded)
                .map(event -> ((SaleRecorded) event.data()).lines().size())
                .collect(Collectors.toSet());

        // Then
        assertThat(byType.keySet())
                .containsExactlyInAnyOrder(
                        EventType.GROUP_DECLARED,
                        EventType.RATE_PUBLISHED,
                        EventType.SALE_RECORDED,
                        EventType.SALE_RETURNED,
                        EventType.USAGE_RECORDED,
                        EventType.COST_INCURRED);
        assertThat(lines).containsExactlyInAnyOrder(1, 2, 3, 4, 5);
        assertThat(Objects.requireNonNull(byType.get(EventType.SALE_RECORDED))).isGreaterThan(RECORDS * 4L / 10);
    }

    @Test
    void theBooksAreNotShownBeforeAllIsSent() {
        // Given
        Workload workload = new Workload(WorkloadSettings.amazon(6, RECORDS));

        // When
        workload.next();

        // Then
        assertThatIllegalStateException().isThrownBy(workload::expectation);
    }

    private static List<CloudEvent> drain(Workload workload) {
        List<CloudEvent> events = new ArrayList<>();
        workload.forEachRemaining(events::add);
        return events;
    }

    private static Map<UUID, CloudEvent> distinct(List<CloudEvent> events) {
        return events.stream().collect(Collectors.toMap(CloudEvent::id, event -> event, (one, same) -> one));
    }
}
