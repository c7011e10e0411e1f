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

    /** Debits less credits. */
    public BigInteger balance() {
        return debit.subtract(credit);
    }
}
