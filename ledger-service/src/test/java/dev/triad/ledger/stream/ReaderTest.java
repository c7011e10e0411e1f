package dev.triad.ledger.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ReaderTest {
    private static final StreamFilter ANY = new StreamFilter(null, null, null, null, null, null, null, null);

    private final AtomicLong nanos = new AtomicLong();

    @Test
    void takesWhatWasOfferedInOrder() throws InterruptedException {
        // Given
        Reader reader = new Reader(ANY, null, nanos::get);
        reader.offer(new long[] {3, 5}, 6);
        reader.offer(new long[] {7}, 9);

        // When
        Reader.Taken taken = reader.take(2, 0);

        // Then
        assertThat(taken.sequences()).containsExactly(3, 5);
        assertThat(reader.standing()).isEqualTo(new Reader.Standing(3, 0, 1, 0, 6));
        assertThat(reader.take(10, 0).sequences()).containsExactly(7);
        assertThat(reader.standing()).isEqualTo(new Reader.Standing(3, 0, 0, 0, 9));
    }

    @Test
    void whatCameWhileItWasAwayComesFirst() throws InterruptedException {
        // Given
        Reader reader = new Reader(ANY, null, nanos::get);
        reader.offer(new long[] {8}, 8);

        // When
        reader.resume(new long[] {4, 6}, 7);

        // Then
        assertThat(reader.take(10, 0).sequences()).containsExactly(4, 6, 8);
        assertThat(reader.standing().position()).isEqualTo(8);
    }

    @Test
    void losesTheOldestBeyondWhatTheWindowHolds() throws InterruptedException {
        // Given
        Reader reader = new Reader(ANY, null, nanos::get);
        int count = StreamLimits.WINDOW_ENTRIES + 5;

        // When
        reader.offer(LongStream.rangeClosed(1, count).toArray(), count);

        // Then
        assertThat(reader.standing()).isEqualTo(new Reader.Standing(count, 5, StreamLimits.WINDOW_ENTRIES, 0, 5));
        assertThat(reader.take(1, 0).sequences()).containsExactly(6);
    }

    @Test
    void thatWantsFewIsGivenThemEvenly() throws InterruptedException {
        // Given
        Reader reader = new Reader(ANY, 4, nanos::get);

        // When
        reader.offer(LongStream.range(0, 100).toArray(), 99);
        reader.offer(LongStream.range(100, 200).toArray(), 199);
        nanos.addAndGet(500_000_000);
        reader.offer(LongStream.range(200, 300).toArray(), 299);

        // Then
        assertThat(reader.take(10, 0).sequences()).containsExactly(0, 25, 50, 75, 200, 250);
        assertThat(reader.standing()).isEqualTo(new Reader.Standing(300, 294, 0, 0, 299));
    }

    @Test
    void isToldWhatNobodyCouldHoldAgainstItsFilter() throws InterruptedException {
        // Given
        Reader reader = new Reader(ANY, null, nanos::get);

        // When
        reader.lose(GapReason.OVERRUN, 3);
        reader.lose(GapReason.OVERRUN, 4);

        // Then
        assertThat(reader.take(10, 0).lost()).isEqualTo(Map.of(GapReason.OVERRUN, 7L));
        assertThat(reader.take(10, 0).lost()).isEmpty();
        assertThat(reader.standing().unseen()).isEqualTo(7);
    }
}
