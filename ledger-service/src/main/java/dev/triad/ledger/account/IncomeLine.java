package dev.triad.ledger.account;

import java.math.BigInteger;

/** The lines of an income statement, in their order. Memo accounts have no part in it. */
public enum IncomeLine {
    EXTERNAL_REVENUE("external-revenue", "revenue:external:", 1),
    RETURNS("returns", "revenue:returns:", -1),
    INTERSEGMENT_REVENUE("intersegment-revenue", "revenue:intersegment:", 1),
    COST_OF_SALES("cost-of-sales", "expenses:cost-of-sales:", -1),
    INTERSEGMENT_EXPENSE("intersegment-expense", "expenses:intersegment:", -1),
    COST_POOLS("cost-pools", "expenses:cost-pool:", -1);

    private final String code;
    private final String prefix;
    private final int sign;

    IncomeLine(String code, String prefix, int sign) {
        this.code = code;
        this.prefix = prefix;
        this.sign = sign;
    }

    public String code() {
        return code;
    }

    /** Whether an account is one of this line's. */
    public boolean has(String account) {
        return account.startsWith(prefix, account.indexOf(':') + 1);
    }

    /** A balance as the statement shows it: revenue accounts have credit balances, and what is taken off is positive. */
    public BigInteger shown(BigInteger balance) {
        return sign > 0 ? balance.negate() : balance;
    }

    /** What an amount as it is shown adds to income. */
    public BigInteger income(BigInteger shown) {
        return sign > 0 ? shown : shown.negate();
    }

    /** Whether units only charge it to each other, so that the group has nothing of it. */
    public boolean isIntersegment() {
        return this == INTERSEGMENT_REVENUE || this == INTERSEGMENT_EXPENSE;
    }
}
