package dev.triad.ledger.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** What a batch adds to the balances comes to the same by every grain, whatever its size. */
class SumsTest {
    private static final int HOUR_2026 = Grain.hour(Instant.parse("2026-01-01T00:00:00Z"));

    record Moved(int account, int hour, long amount) {}

    @Property
    void aCoarserGrainIsTheSumOfItsHours(
            @ForAll @Size(max = 60) List<@IntRange(min = 1, max = 3) Integer> accounts,
            @ForAll @Size(min = 60, max = 60) List<@IntRange(min = -900, max = 900) Integer> hours,
            @ForAll @Size(min = 60, max = 60) List<Long> amounts,
            @ForAll Grain grain) {
        // Given
        Sums byHour = new Sums();
        Map<String, BigInteger> expected = new HashMap<>();
        long postings = accounts.size();
        for (int i = 0; i < accounts.size(); i++) {
            int hour = HOUR_2026 + hours.get(i);
            byHour.add(accounts.get(i), hour, amounts.get(i));
            expected.merge(
                    accounts.get(i) + " " + grain.floor(hour), BigInteger.valueOf(amounts.get(i)), BigInteger::add);
        }

        // When
        Map<String, BigInteger> found = new HashMap<>();
        long counted = 0;
        for (Sums.Rows rows : byHour.by(grain).parts()) {
            assertThat(rows.keys())
                    .as("a statement writes each row once, in order")
                    .doesNotHaveDuplicates()
                    .isSorted();
            for (int i = 0; i < rows.keys().size(); i++) {
                Sum sum = rows.sums().get(i);
                found.merge(
                        Sums.account(rows.keys().get(i)) + " "
                                + Sums.start(rows.keys().get(i)),
                        BigInteger.valueOf(sum.debit()).add(BigInteger.valueOf(sum.negativeCredit())),
                        BigInteger::add);
                counted += sum.postings();
            }
        }

        // Then
        assertThat(found).isEqualTo(expected);
        assertThat(counted).isEqualTo(postings);
    }
}
