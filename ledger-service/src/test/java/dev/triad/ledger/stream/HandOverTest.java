package dev.triad.ledger.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.triad.events.Topics;
import dev.triad.ledger.journal.Journal;
import dev.triad.ledger.journal.Repriced;
import dev.triad.ledger.posting.Entry;
import dev.triad.ledger.posting.EventKey;
import dev.triad.ledger.posting.Posted;
import dev.triad.ledger.posting.RecordPosition;
import dev.triad.ledger.posting.Rule;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class HandOverTest {
    private final HandOver handOver = new HandOver(10);

    @Test
    void whatNobodyWantsIsOnlyCounted() {
        // When
        handOver.offer(committed(4, 0, 0));
        handOver.want(true);
        handOver.offer(committed(2, 0, 0));

        // Then
        HandOver.Handed handed = handOver.drain();
        assertThat(handed.unwanted()).isEqualTo(4);
        assertThat(handed.entries()).hasSize(2);
        assertThat(handOver.drain().unwanted()).isZero();
    }

    @Test
    void whatIsTooMuchIsCountedAndLetGo() {
        // Given
        handOver.want(true);

        // When
        handOver.offer(committed(8, 0, 0));
        handOver.offer(committed(3, 0, 0));
        handOver.offer(committed(2, 0, 0));

        // Then
        HandOver.Handed handed = handOver.drain();
        assertThat(handed.entries()).hasSize(10);
        assertThat(handed.overrun()).isEqualTo(3);
    }

    @Test
    void whatARatePricedAnewBeyondWhatIsShownIsCounted() {
        // Given
        handOver.want(true);

        // When
        handOver.offer(committed(1, 2, 500_000));

        // Then
        HandOver.Handed handed = handOver.drain();
        assertThat(handed.entries()).hasSize(3);
        assertThat(handed.repriced()).isEqualTo(499_998);
        assertThat(handed.overrun()).isZero();
    }

    private static Journal.Committed committed(int posted, int first, long repriced) {
        return new Journal.Committed(entries(posted), new Repriced(entries(first), repriced, 0), List.of(), 0);
    }

    private static List<Posted> entries(int count) {
        EventKey event = new EventKey(new dev.triad.events.Source("shop", "store"), new UUID(7, 7));
        return Collections.nCopies(
                count,
                new Posted(
                        event,
                        "shop",
                        new RecordPosition(Topics.SALES, 0, 1),
                        0,
                        new UUID(8, 8),
                        Sales.NOON,
                        Sales.NOON,
                        new Entry(Rule.SALE, List.of()),
                        null,
                        null,
                        null));
    }
}
