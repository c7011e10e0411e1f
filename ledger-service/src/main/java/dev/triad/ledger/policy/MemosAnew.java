package dev.triad.ledger.policy;

import dev.triad.ledger.posting.AccountNames;
import dev.triad.ledger.posting.Posting;
import dev.triad.ledger.posting.Proportion;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The memo pairs that a policy makes anew of those of one entry. Whoever receives says what there is to be granted. Parts are
 * differences of cumulative parts, rounded half-even, so that those of an entry sum to its whole to the last unit.
 */
final class MemosAnew {
    private final Map<String, Long> amounts = new TreeMap<>();

    /** The postings, which sum to zero. */
    List<Posting> postings() {
        return amounts.entrySet().stream()
                .filter(amount -> amount.getValue() != 0)
                .map(amount -> new Posting(amount.getKey(), amount.getValue()))
                .toList();
    }

    /** Has the losses of an entry granted by other units than those who were declared to. */
    void fund(StorefrontPolicy.FundedBy funding, List<Posting> memos) {
        List<BigDecimal> weights = List.copyOf(funding.weights().values());
        losses(memos).forEach((received, loss) -> {
            List<Long> parts = parts(loss, weights);
            int next = 0;
            for (String funder : funding.weights().keySet()) {
                AccountParts account = AccountParts.of(received).withCounterparty(funder);
                pair(
                        account.name(),
                        AccountNames.subsidyGranted(funder, AccountNames.STOREFRONT, account.unit()),
                        parts.get(next++));
            }
        });
    }

    /** What was lost in all, by the account of whoever sold, without saying who granted it. */
    private static SortedMap<String, Long> losses(List<Posting> memos) {
        SortedMap<String, Long> losses = new TreeMap<>();
        for (Posting memo : memos) {
            AccountParts parts = AccountParts.of(memo.account());
            if (parts.isSubsidy(AccountNames.STOREFRONT) && parts.isReceived()) {
                losses.merge(parts.withCounterparty("").name(), memo.amount(), Math::addExact);
            }
        }
        return losses;
    }

    /**
     * Attributes more or less of what the sale of an entry contributes, and never more than all of it.
     *
     * @param entry all postings of the actual entry
     */
    void scale(AttributionPolicy.Scaled scaled, List<Posting> memos, List<Posting> entry) {
        attribute(memos, scaled.factor(), BigDecimal.ONE, contribution(entry));
    }

    /**
     * Attributes in proportion when what the sale of an entry contributes is something else, and never more than all of it.
     *
     * @param entry all postings of the actual entry
     * @param before what it contributes by them, which is not zero
     */
    void follow(List<Posting> entry, BigDecimal before, BigDecimal after) {
        attribute(entry, after, before, after);
    }

    /** Attributes part over whole times what was attributed, and never more than the sale contributes. */
    private void attribute(List<Posting> memos, BigDecimal part, BigDecimal whole, BigDecimal contribution) {
        List<Posting> received = new ArrayList<>();
        BigDecimal attributed = BigDecimal.ZERO;
        for (Posting memo : memos) {
            AccountParts parts = AccountParts.of(memo.account());
            if (parts.isAttribution() && parts.isReceived()) {
                received.add(memo);
                attributed = attributed.add(BigDecimal.valueOf(memo.amount()));
            }
        }
        if (attributed.signum() != 0) {
            BigDecimal scaled = attributed.multiply(part).divide(whole, 0, RoundingMode.HALF_EVEN);
            attribute(received, parts(nearer(scaled, contribution), amounts(received)));
        }
    }

    /** The nearer to zero of the two, which have one sign. */
    private static long nearer(BigDecimal scaled, BigDecimal contribution) {
        return (scaled.abs().compareTo(contribution.abs()) > 0 ? contribution : scaled).longValueExact();
    }

    /** What the sale brought, or a return took back: revenue less refunds, less what it cost. */
    static BigDecimal contribution(List<Posting> entry) {
        BigDecimal contribution = BigDecimal.ZERO;
        for (Posting posting : entry) {
            if (AccountParts.of(posting.account()).isOfSales()) {
                contribution = contribution.subtract(BigDecimal.valueOf(posting.amount()));
            }
        }
        return contribution;
    }

    private static List<BigDecimal> amounts(List<Posting> postings) {
        return postings.stream()
                .map(posting -> BigDecimal.valueOf(posting.amount()))
                .toList();
    }

    private void attribute(List<Posting> received, List<Long> parts) {
        for (int i = 0; i < received.size(); i++) {
            AccountParts account = AccountParts.of(received.get(i).account());
            pair(
                    account.name(),
                    AccountNames.contributionGranted(account.counterparty(), account.unit()),
                    parts.get(i));
        }
    }

    private void pair(String debit, String credit, long amount) {
        amounts.merge(debit, amount, Math::addExact);
        amounts.merge(credit, Math.negateExact(amount), Math::addExact);
    }

    /** @param weights of one sign, and not zero in all */
    private static List<Long> parts(long whole, List<BigDecimal> weights) {
        BigDecimal all = weights.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        List<Long> parts = new ArrayList<>();
        BigDecimal cumulative = BigDecimal.ZERO;
        long before = 0;
        for (BigDecimal weight : weights) {
            cumulative = cumulative.add(weight);
            long after = Proportion.of(whole, cumulative, all);
            parts.add(after - before);
            before = after;
        }
        return parts;
    }
}
