package dev.triad.ledger.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class WindowTest {
    private static final long MUCH = Long.MAX_VALUE;

    @Test
    void holdsTheLastEntriesAndLetsGoOfTheOldest() {
        // Given
        Window window = new Window(3, MUCH);

        // When
        List<LiveEntry> added = window.add(entries(5));

        // Then
        assertThat(added).extracting(LiveEntry::sequence).containsExactly(1L, 2L, 3L, 4L, 5L);
        assertThat(window.oldest()).isEqualTo(3);
        assertThat(window.newest()).isEqualTo(5);
        assertThat(sequences(window.find(new long[] {1, 2, 3, 5, 6}))).containsExactly(3L, 5L);
    }

    @Test
    void holdsNoMoreMemoryThanItMay() {
        // Given
        long one = Bookings.sale(0).bytes();
        Window window = new Window(100, 2 * one + 1);

        // When
        window.add(entries(10));

        // Then
        assertThat(window.oldest()).isEqualTo(9);
        assertThat(window.after(0).entries()).hasSize(2);
    }

    @Test
    void saysWhatLiesAfterANumberAndHowManyAreMissing() {
        // Given
        Window window = new Window(4, MUCH);
        window.add(entries(10));

        // When
        Window.After within = window.after(8);
        Window.After beyond = window.after(2);
        Window.After end = window.after(10);

        // Then
        assertThat(sequences(within.entries())).containsExactly(9L, 10L);
        assertThat(within.missed()).isZero();
        assertThat(sequences(beyond.entries())).containsExactly(7L, 8L, 9L, 10L);
        assertThat(beyond.missed()).isEqualTo(4);
        assertThat(end.entries()).isEmpty();
        assertThat(end.missed()).isZero();
    }

    @Test
    void countsWhatWasPassedOverAmongTheMissing() {
        // Given
        Window window = new Window(10, MUCH);
        window.add(entries(2));

        // When
        window.skip(3);
        window.add(entries(2));

        // Then
        Window.After after = window.after(1);
        assertThat(sequences(after.entries())).containsExactly(2L, 6L, 7L);
        assertThat(after.missed()).isEqualTo(3);
        assertThat(after.newest()).isEqualTo(7);
        assertThat(window.find(new long[] {3, 4, 5})).isEmpty();
    }

    @Test
    void goesOnAfterMoreWasPassedOverThanItHolds() {
        // Given
        Window window = new Window(4, MUCH);
        window.add(entries(3));

        // When
        window.skip(1_000_000_000_000L);

        // Then
        assertThat(window.oldest()).isZero();
        assertThat(window.add(entries(1)).getFirst().sequence()).isEqualTo(1_000_000_000_004L);
        assertThat(window.after(3).missed()).isEqualTo(1_000_000_000_000L);
    }

    @Test
    void numbersGoOnWhenItIsCleared() {
        // Given
        Window window = new Window(4, MUCH);
        window.add(entries(3));

        // When
        window.clear();

        // Then
        assertThat(window.newest()).isEqualTo(3);
        assertThat(window.after(0).missed()).isEqualTo(3);
        assertThat(window.add(entries(1)).getFirst().sequence()).isEqualTo(4);
    }

    private static List<BookedEntry> entries(int count) {
        return Collections.nCopies(count, Bookings.sale(0));
    }

    private static List<Long> sequences(List<LiveEntry> entries) {
        return entries.stream().map(LiveEntry::sequence).toList();
    }
}
