package dev.triad.ledger.journal;

import java.math.BigDecimal;
import java.math.BigInteger;

/** Debits, credits and number of the postings of one balance row in a batch; it never overflows. */
final class Sum {
    private long debit;
    private long credit;
    private BigInteger spilledDebit = BigInteger.ZERO;
    private BigInteger spilledCredit = BigInteger.ZERO;
    private long postings;

    void add(long amount) {
        postings++;
        if (amount > 0) {
            long sum = debit + amount;
            if (sum < 0) {
                spilledDebit = spilledDebit.add(BigInteger.valueOf(debit));
                sum = amount;
            }
            debit = sum;
        } else if (amount == Long.MIN_VALUE) {
            spilledCredit = spilledCredit.add(BigInteger.valueOf(amount).negate());
        } else {
            long sum = credit - amount;
            if (sum < 0) {
                spilledCredit = spilledCredit.add(BigInteger.valueOf(credit));
                sum = -amount;
            }
            credit = sum;
        }
    }

    BigDecimal debit() {
        return new BigDecimal(spilledDebit.add(BigInteger.valueOf(debit)));
    }

    BigDecimal credit() {
        return new BigDecimal(spilledCredit.add(BigInteger.valueOf(credit)));
    }

    long postings() {
        return postings;
    }
}
