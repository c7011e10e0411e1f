package dev.triad.ledger.posting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.triad.events.Topics;
import org.junit.jupiter.api.Test;

class LogPlaceTest {
    private static final long OFFSET_MAX = (1L << 40) - 1;

    @Test
    void everyPlaceIsReadBackAsItWas() {
        for (String topic : Topics.EVENTS) {
            for (int partition : new int[] {0, 5, 65_535}) {
                for (long offset : new long[] {0, 1_042, OFFSET_MAX}) {
                    RecordPosition position = new RecordPosition(topic, partition, offset);
                    assertThat(LogPlace.position(LogPlace.of(position))).isEqualTo(position);
                }
            }
        }
    }

    @Test
    void thePlacesOfAPartitionAreInItsOrder() {
        assertThat(LogPlace.of(new RecordPosition(Topics.SALES, 3, 7)))
                .isLessThan(LogPlace.of(new RecordPosition(Topics.SALES, 3, 8)))
                .isLessThan(LogPlace.of(new RecordPosition(Topics.SALES, 4, 0)));
    }

    @Test
    void whatHasNoNumberIsRefused() {
        assertThatThrownBy(() -> LogPlace.of(new RecordPosition(Topics.SALES, 65_536, 0)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> LogPlace.of(new RecordPosition(Topics.SALES, 0, OFFSET_MAX + 1)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
