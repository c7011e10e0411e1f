package dev.triad.ledger.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BalanceSumsTest {
    private static final long HOUR_MICROS = 3_600_000_000L;

    private final BalanceSums sums = new BalanceSums();

    @Test
    void debitsAndCreditsAreKeptApartByAccountAndHour() {
        // When
        sums.add(1, HOUR_MICROS - 1, 5);
        sums.add(1, HOUR_MICROS, 7);
        sums.add(1, HOUR_MICROS + 1, -3);
        sums.add(2, HOUR_MICROS, -9);

        // Then
        assertThat(sums.take(1, 0)).hasToString("debit 5, credit 0, 1 postings");
        assertThat(sums.take(1, 1)).hasToString("debit 7, credit 3, 2 postings");
        assertThat(sums.take(3, 1).isNothing()).isTrue();
        List<String> left = new ArrayList<>();
        sums.left((account, hour, sum) -> left.add(account + " " + hour + " " + sum));
        assertThat(left).containsExactly("2 1 debit 0, credit 9, 1 postings");
    }

    @Test
    void sumsGoOnBeyond64Bits() {
        // When
        for (int i = 0; i < 3; i++) {
            sums.add(1, 0, Long.MAX_VALUE);
            sums.add(1, 0, Long.MIN_VALUE);
        }

        // Then
        BalanceSums.Sum sum = sums.take(1, 0);
        assertThat(sum.debit()).isEqualTo(BigInteger.valueOf(Long.MAX_VALUE).multiply(BigInteger.valueOf(3)));
        assertThat(sum.credit())
                .isEqualTo(BigInteger.valueOf(Long.MIN_VALUE).negate().multiply(BigInteger.valueOf(3)));
        assertThat(sum.postings()).isEqualTo(6);
    }
}
