package dev.triad.ledger.policy;

import dev.triad.ledger.posting.Group;
import dev.triad.ledger.posting.PolicyPosting;
import dev.triad.ledger.posting.Posting;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the actual book would hold of an entry had customers paid or used more or less, other things equal: nobody buys or uses
 * another quantity than the factors say, and no capacity follows.
 *
 * <p>It remembers the parts of each account, and is for one thread.
 */
final class OtherThingsEqual {
    private final Group group;
    private final Factors factors;
    private final Map<String, AccountParts> accounts = new HashMap<>();

    OtherThingsEqual(Group group, Factors factors) {
        this.group = group;
        this.factors = factors;
    }

    /**
     * The postings, which sum to zero.
     *
     * @throws ArithmeticException when an amount does not fit a {@code long}
     */
    List<Posting> of(ActualEntry entry) {
        return switch (entry.rule()) {
            case SALE, RETURN -> factors.keepSales() ? entry.postings() : sold(entry);
            case EXTERNAL_USAGE, REPRICING -> factors.keepUsage() ? entry.postings() : used(entry);
            case UNMATCHED_RETURN, INTERNAL_USAGE, COST, DECLARATION, RATE, REQUEST, CLOSING -> entry.postings();
        };
    }

    private List<Posting> sold(ActualEntry entry) {
        return new SaleAnew(group, factors, entry, account -> accounts.computeIfAbsent(account, AccountParts::of))
                .postings();
    }

    /** Of what a bill charged, nobody knows what one more costs. */
    private List<Posting> used(ActualEntry entry) {
        ActualEntry.Priced priced = entry.priced();
        return priced == null ? billed(entry.postings()) : priced(priced);
    }

    /** Both legs are rounded alike, as half-even does not mind the sign. */
    private List<Posting> billed(List<Posting> postings) {
        return postings.stream()
                .map(posting ->
                        new Posting(posting.account(), Factors.times(factors.outsideDemand(), posting.amount())))
                .filter(posting -> posting.amount() != 0)
                .toList();
    }

    private List<Posting> priced(ActualEntry.Priced priced) {
        BigDecimal quantity = priced.quantity().multiply(factors.outsideDemand());
        List<Posting> postings = new ArrayList<>(
                PolicyPosting.priced(group.asset(), group, priced.usage(), quantity, priced.rate(), priced.before())
                        .postings());
        postings.addAll(PolicyPosting.costOfMore(
                        group.asset(),
                        priced.usage(),
                        quantity.subtract(priced.quantity()),
                        priced.rate(),
                        priced.before())
                .postings());
        return postings;
    }
}
