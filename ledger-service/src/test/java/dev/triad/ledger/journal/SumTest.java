package dev.triad.ledger.journal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SumTest {
    @Test
    void debitsAndCreditsAreKeptApart() {
        Sum sum = new Sum();
        sum.add(5);
        sum.add(-3);
        sum.add(7);

        assertThat(sum.debit()).isEqualTo(12);
        assertThat(sum.negativeCredit()).isEqualTo(-3);
        assertThat(sum.postings()).isEqualTo(3);
    }

    @Test
    void aFullSumSaysNoAndStaysAsItWas() {
        Sum sum = new Sum();
        assertThat(sum.add(Long.MAX_VALUE)).isTrue();
        assertThat(sum.add(Long.MIN_VALUE)).isTrue();

        assertThat(sum.add(1)).isFalse();
        assertThat(sum.add(-1)).isFalse();
        assertThat(sum.debit()).isEqualTo(Long.MAX_VALUE);
        assertThat(sum.negativeCredit()).isEqualTo(Long.MIN_VALUE);
        assertThat(sum.postings()).isEqualTo(2);
    }
}
