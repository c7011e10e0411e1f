package dev.triad.ledger.posting;

import java.util.List;

/**
 * A balanced set of postings, each account at most once.
 *
 * @param rule the rule that made it
 * @param postings they sum to zero
 */
public record Entry(Rule rule, List<Posting> postings) {
    public Entry {
        postings = List.copyOf(postings);
        long sum = 0;
        for (Posting posting : postings) {
            sum = Math.addExact(sum, posting.amount());
        }
        if (sum != 0) {
            throw new IllegalArgumentException("an entry by " + rule + " is out of balance by " + sum);
        }
    }
}
