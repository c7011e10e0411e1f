package dev.triad.ledger.journal;

/** Debits, credits and number of the postings of one balance row in a batch. */
public final class Sum {
    private long debit;
    private long negativeCredit;
    private long postings;

    /** Adds a posting, or says no when the sum is full and another has to go on. */
    boolean add(long amount) {
        // A credit is kept as the negative that it is: every long has its place there.
        return amount > 0 ? add(amount, 0, 1) : add(0, amount, 1);
    }

    /** Adds all of another sum, or says no. */
    boolean add(Sum other) {
        return add(other.debit, other.negativeCredit, other.postings);
    }

    private boolean add(long moreDebit, long moreNegativeCredit, long morePostings) {
        long debits = debit + moreDebit;
        long negativeCredits = negativeCredit + moreNegativeCredit;
        if (overflows(debit, moreDebit, debits) || overflows(negativeCredit, moreNegativeCredit, negativeCredits)) {
            return false;
        }
        debit = debits;
        negativeCredit = negativeCredits;
        postings += morePostings;
        return true;
    }

    private static boolean overflows(long a, long b, long sum) {
        return ((a ^ sum) & (b ^ sum)) < 0;
    }

    public long debit() {
        return debit;
    }

    /** Zero or less. */
    public long negativeCredit() {
        return negativeCredit;
    }

    public long postings() {
        return postings;
    }
}
