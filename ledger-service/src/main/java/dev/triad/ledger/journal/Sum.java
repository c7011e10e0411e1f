package dev.triad.ledger.journal;

/** Debits, credits and number of the postings of one balance row in a batch. */
final class Sum {
    private long debit;
    private long credit;
    private long postings;

    /** Adds a posting, or says no when the sum is full and another has to go on. */
    boolean add(long amount) {
        // A credit is kept as the negative that it is: every long has its place there.
        if (amount > 0) {
            long sum = debit + amount;
            if (sum < 0) {
                return false;
            }
            debit = sum;
        } else {
            long sum = credit + amount;
            if (sum > 0) {
                return false;
            }
            credit = sum;
        }
        postings++;
        return true;
    }

    long debit() {
        return debit;
    }

    /** Zero or less. */
    long negativeCredit() {
        return credit;
    }

    long postings() {
        return postings;
    }
}
