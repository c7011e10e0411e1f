package dev.triad.ledger.chain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LinkTest {
    private static final UUID EVENT = new UUID(0x7000, 1);
    private static final UUID DIGEST = new UUID(2, 3);
    private static final UUID RATE = new UUID(4, 5);
    private static final ChainedEntry ENTRY = entry(7, 0, 5, EVENT, 1, 2, DIGEST, 8, 9, RATE, 3, 100);

    /** A form that changes would leave every head that somebody has noted without its proof. */
    @Test
    void theFormOfALinkIsSettled() {
        assertThat(link("sales-0", 1, 0, 8, "{[0,7)}", ENTRY).after(Hash.GENESIS))
                .hasToString("3d7134504c9bbc498f3fa387a282d52a3d8f8b7adaafe10a5173ebaef1f9b420");
    }

    @ParameterizedTest
    @MethodSource("others")
    void everyFieldOfAnEntryCounts(ChainedEntry other) {
        assertThat(new EntryHash().add(other).result())
                .isNotEqualTo(new EntryHash().add(ENTRY).result());
    }

    static Stream<ChainedEntry> others() {
        UUID other = new UUID(6, 6);
        return Stream.of(
                entry(8, 0, 5, EVENT, 1, 2, DIGEST, 8, 9, RATE, 3, 100),
                entry(7, 1, 5, EVENT, 1, 2, DIGEST, 8, 9, RATE, 3, 100),
                entry(7, 0, 6, EVENT, 1, 2, DIGEST, 8, 9, RATE, 3, 100),
                entry(7, 0, 5, other, 1, 2, DIGEST, 8, 9, RATE, 3, 100),
                entry(7, 0, 5, EVENT, 2, 2, DIGEST, 8, 9, RATE, 3, 100),
                entry(7, 0, 5, EVENT, 1, 3, DIGEST, 8, 9, RATE, 3, 100),
                entry(7, 0, 5, EVENT, 1, 2, other, 8, 9, RATE, 3, 100),
                entry(7, 0, 5, EVENT, 1, 2, DIGEST, 9, 9, RATE, 3, 100),
                entry(7, 0, 5, EVENT, 1, 2, DIGEST, 8, 8, RATE, 3, 100),
                entry(7, 0, 5, EVENT, 1, 2, DIGEST, 8, 9, other, 3, 100),
                entry(7, 0, 5, EVENT, 1, 2, DIGEST, 8, 0, null, 3, 100),
                entry(7, 0, 5, EVENT, 1, 2, DIGEST, 8, 9, RATE, 4, 100),
                entry(7, 0, 5, EVENT, 1, 2, DIGEST, 8, 9, RATE, 3, 101));
    }

    @Test
    void whatALinkSaysOfItselfCounts() {
        Hash link = link("sales-0", 1, 0, 8, "{[0,7)}", ENTRY).after(Hash.GENESIS);

        assertThat(Stream.of(
                        link("sales-1", 1, 0, 8, "{[0,7)}", ENTRY),
                        link("sales-0", 2, 0, 8, "{[0,7)}", ENTRY),
                        link("sales-0", 1, 1, 8, "{[0,7)}", ENTRY),
                        link("sales-0", 1, 0, 9, "{[0,7)}", ENTRY),
                        link("sales-0", 1, 0, 8, "{[0,6)}", ENTRY)))
                .allSatisfy(other -> assertThat(other.after(Hash.GENESIS)).isNotEqualTo(link));
        assertThat(link("sales-0", 1, 0, 8, "{[0,7)}", ENTRY).after(link)).isNotEqualTo(link);
    }

    @Test
    void entriesOfAnySizeAreHashedWhole() {
        // Given: more postings than a buffer holds
        int[] accounts = new int[5_000];
        long[] amounts = new long[5_000];
        ChainedEntry large = new ChainedEntry(1, 0, 1, EVENT, 1, 1, DIGEST, 1, 0, null, accounts, amounts);
        Hash before = new EntryHash().add(large).add(ENTRY).result();

        // When
        amounts[4_999] = 1;

        // Then
        assertThat(new EntryHash().add(large).add(ENTRY).result()).isNotEqualTo(before);
    }

    @Test
    void timesAreCutToMicroseconds() {
        assertThat(ChainedEntry.micros(Instant.parse("1970-01-01T00:00:01.0000019Z")))
                .isEqualTo(1_000_001);
    }

    private static Link link(String lane, long height, long from, long to, String unposted, ChainedEntry entry) {
        return new Link(
                lane,
                height,
                from,
                to,
                OffsetRanges.parse(unposted),
                1,
                new EntryHash().add(entry).result(),
                0,
                Link.NO_ENTRIES);
    }

    private static ChainedEntry entry(
            long position,
            int revision,
            int rule,
            UUID event,
            int source,
            int group,
            UUID digest,
            long micros,
            long rateFrom,
            @Nullable UUID rate,
            int account,
            long amount) {
        return new ChainedEntry(
                position,
                revision,
                rule,
                event,
                source,
                group,
                digest,
                micros,
                rateFrom,
                rate,
                new int[] {account, 1},
                new long[] {amount, -amount});
    }
}
