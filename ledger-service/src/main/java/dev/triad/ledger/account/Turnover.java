package dev.triad.ledger.account;

import java.math.BigInteger;

/**
 * What moved on an account in a span of time, in the group's smallest unit.
 *
 * @param account its name
 * @param debit the sum of debits
 * @param credit the sum of credits
 * @param postings how many postings moved it
 */
public record Turnover(String account, BigInteger debit, BigInteger credit, long postings) {
    public static Turnover none(String account) {
        return new Turnover(account, BigInteger.ZERO, BigInteger.ZERO, 0);
    }

    /** One posting. */
    static Turnover of(String account, long amount) {
        BigInteger value = BigInteger.valueOf(amount);
        return new Turnover(
                account, value.max(BigInteger.ZERO), value.min(BigInteger.ZERO).negate(), 1);
    }

    /** With what else moved on the account. */
    Turnover plus(Turnover other) {
        return new Turnover(account, debit.add(other.debit), credit.add(other.credit), postings + other.postings);
    }

    /** Debits less credits. */
    public BigInteger balance() {
        return debit.subtract(credit);
    }
}
