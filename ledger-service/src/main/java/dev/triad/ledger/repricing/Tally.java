package dev.triad.ledger.repricing;

import dev.triad.events.Asset;
import dev.triad.ledger.account.EntryView.PostingView;
import dev.triad.ledger.posting.Posted;
import dev.triad.ledger.posting.Posting;
import dev.triad.ledger.problem.Problems;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Adds differences up as they come. What it keeps does not grow with their number, only with that of accounts. */
final class Tally implements Consumer<Posted> {
    /** The most accounts that one repricing is shown for. */
    static final int ACCOUNTS_MAX = 10_000;

    /** How many entries are shown of all. */
    static final int FIRST_MAX = 5;

    private final Asset asset;
    private final Map<String, BigInteger> accounts = new TreeMap<>();
    private final List<RepricingView.Correction> first = new ArrayList<>();
    private long entries;
    private BigInteger moved = BigInteger.ZERO;

    Tally(Asset asset) {
        this.asset = asset;
    }

    @Override
    public void accept(Posted difference) {
        entries++;
        for (Posting posting : difference.entry().postings()) {
            BigInteger amount = BigInteger.valueOf(posting.amount());
            moved = moved.add(amount.max(BigInteger.ZERO));
            accounts.merge(posting.account(), amount, BigInteger::add);
        }
        requireFew(accounts.size());
        if (first.size() < FIRST_MAX) {
            first.add(view(difference));
        }
    }

    static void requireFew(int accounts) {
        if (accounts > ACCOUNTS_MAX) {
            throw Problems.REPRICING_TOO_LARGE.because(
                    "It moves more than " + ACCOUNTS_MAX + " accounts, and can only be seen on the books.");
        }
    }

    RepricingView.Differences differences() {
        List<RepricingView.AccountDifference> changed = new ArrayList<>();
        accounts.forEach((account, amount) -> {
            if (amount.signum() != 0) {
                changed.add(new RepricingView.AccountDifference(account, asset.format(amount)));
            }
        });
        return new RepricingView.Differences(entries, asset.format(moved), changed, first);
    }

    private RepricingView.Correction view(Posted difference) {
        return new RepricingView.Correction(
                difference.name(),
                difference.correctedName(),
                difference.bookedAt(),
                difference.event().source().toString(),
                difference.event().id().toString(),
                difference.entry().postings().stream()
                        .map(posting -> new PostingView(posting.account(), asset.format(posting.amount()), null))
                        .toList());
    }
}
