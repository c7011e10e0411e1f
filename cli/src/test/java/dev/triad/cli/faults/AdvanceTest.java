package dev.triad.cli.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class AdvanceTest {
    private static final TopicPartition ONE = new TopicPartition("triad.sales", 1);
    private static final TopicPartition TWO = new TopicPartition("triad.sales", 2);

    private final Advance advance = new Advance();

    @Test
    void booksThatKeepUpDoNotStall() {
        look(0, Map.of(ONE, 0L), Map.of(ONE, 0L));
        look(5, Map.of(ONE, 10L), Map.of(ONE, 10L));
        look(10, Map.of(ONE, 10L), Map.of(ONE, 10L));

        assertThat(advance.longestStall()).isZero();
        assertThat(advance.standstills()).isEmpty();
    }

    @Test
    void aPartitionStallsFromTheMomentARecordWaitsUntilItMoves() {
        look(0, Map.of(ONE, 10L), Map.of(ONE, 10L));
        look(4, Map.of(ONE, 10L), Map.of(ONE, 11L));
        look(7, Map.of(ONE, 10L), Map.of(ONE, 12L));
        look(9, Map.of(ONE, 12L), Map.of(ONE, 12L));

        assertThat(advance.longestStall()).isEqualTo(Duration.ofSeconds(5));
        assertThat(advance.standstills()).containsExactly(span(4, 9));
    }

    @Test
    void oneStalledPartitionIsNoStandstillWhileAnotherMoves() {
        look(0, Map.of(ONE, 0L, TWO, 0L), Map.of(ONE, 5L, TWO, 5L));
        look(2, Map.of(ONE, 0L, TWO, 1L), Map.of(ONE, 5L, TWO, 5L));
        look(4, Map.of(ONE, 0L, TWO, 2L), Map.of(ONE, 5L, TWO, 5L));
        look(6, Map.of(ONE, 5L, TWO, 3L), Map.of(ONE, 5L, TWO, 5L));

        assertThat(advance.longestStall()).isEqualTo(Duration.ofSeconds(6));
        assertThat(advance.standstills()).isEmpty();
    }

    @Test
    void aDatabaseThatDoesNotAnswerIsTakenToStandWhereItStood() {
        look(0, Map.of(ONE, 3L), Map.of(ONE, 5L));
        advance.blind(seconds(3), Map.of(ONE, 9L));
        look(8, Map.of(ONE, 9L), Map.of(ONE, 9L));

        assertThat(advance.longestStall()).isEqualTo(Duration.ofSeconds(8));
        assertThat(advance.standstills()).containsExactly(span(3, 8));
    }

    @Test
    void aPauseBetweenTwoBatchesIsNoStandstill() {
        look(0, Map.of(ONE, 0L), Map.of(ONE, 5L));
        advance.look(seconds(1) / 2, Map.of(ONE, 0L), Map.of(ONE, 5L));
        look(1, Map.of(ONE, 5L), Map.of(ONE, 5L));

        assertThat(advance.standstills()).isEmpty();
    }

    private void look(int second, Map<TopicPartition, Long> positions, Map<TopicPartition, Long> ends) {
        advance.look(seconds(second), positions, ends);
    }

    private static Span span(int from, int to) {
        return new Span(seconds(from), seconds(to));
    }

    private static long seconds(int seconds) {
        return Duration.ofSeconds(seconds).toNanos();
    }
}
