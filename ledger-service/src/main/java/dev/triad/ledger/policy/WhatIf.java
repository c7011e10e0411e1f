package dev.triad.ledger.policy;

import dev.triad.events.Cohort;
import dev.triad.events.ConsumerKind;
import dev.triad.ledger.posting.AccountNames;
import dev.triad.ledger.posting.Group;
import dev.triad.ledger.posting.PolicyPosting;
import dev.triad.ledger.posting.Posting;
import dev.triad.ledger.posting.PricePolicy;
import dev.triad.ledger.posting.Rule;
import dev.triad.ledger.posting.Usage;
import dev.triad.ledger.rate.Rate;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a book posts of the entries of the actual one. Usages between units are priced anew, by the functions that priced them
 * first; everything else is kept, as it is with other things equal, without what the policy leaves out. Each entry by itself: revision <em>r</em> of a usage
 * posts what its rate makes of it less what the rate of revision <em>r</em> − 1 does, so that all of them add up to what the
 * last one makes of it.
 *
 * <p>It remembers what becomes of each account, and is for one thread.
 */
public final class WhatIf implements PricePolicy {
    /** The resource of a usage that was billed nothing: an entry says what it is for only where it charges something. */
    static final String UNBILLED = "unbilled";

    /** What becomes of a posting. */
    private sealed interface Fate {
        /** It is posted, on an account of that name. */
        record Kept(String account) implements Fate {}

        /** It is left out; so is the other half of its pair. */
        record LeftOut() implements Fate {}

        /** It is half of a pair that the policy makes anew. */
        record Anew() implements Fate {}

        /** Nothing of its entry is posted. */
        record NotThere() implements Fate {}
    }

    /** A usage with a charge of its own, as the actual book posted it. */
    private record Charge(Usage usage, long billed, long list) {}

    private final Group group;
    private final Policy policy;
    private final OtherThingsEqual otherThingsEqual;
    private final Map<String, Fate> fates = new HashMap<>();

    public WhatIf(Group group, Policy policy) {
        this.group = group;
        this.policy = policy;
        this.otherThingsEqual = new OtherThingsEqual(group, policy.factors());
    }

    @Override
    public BigDecimal transferPrice(Usage usage, Rate rate) {
        Price price = policy.transferPriceOf(usage.resource());
        return price == null ? group.transferPrice(usage, rate) : price.of(rate);
    }

    @Override
    public BigDecimal referencePrice(Usage usage, Rate rate) {
        return policy.referencePrice().of(rate);
    }

    /**
     * The postings, which sum to zero; none when the book has nothing of it.
     *
     * @throws ArithmeticException when an amount does not fit a {@code long}
     */
    public List<Posting> of(ActualEntry entry) {
        if (isWithout(entry.unit())) {
            return List.of();
        }
        ActualEntry.Priced priced = entry.priced();
        if (priced != null && priced.usage().consumerKind() == ConsumerKind.UNIT) {
            return priced(priced);
        }
        List<Posting> postings = otherThingsEqual.of(entry);
        return kept(entry.rule() == Rule.INTERNAL_USAGE ? charged(postings) : postings);
    }

    private boolean isWithout(String unit) {
        return policy.withoutUnits().contains(unit);
    }

    private List<Posting> priced(ActualEntry.Priced priced) {
        Usage usage = priced.usage();
        return isWithout(usage.provider()) || isWithout(usage.consumer())
                ? List.of()
                : PolicyPosting.priced(group.asset(), this, usage, priced.quantity(), priced.rate(), priced.before())
                        .postings();
    }

    /** What was billed has no rate to price it anew by: it can be free, or what the bill says of the list price. */
    private List<Posting> charged(List<Posting> postings) {
        Charge charge = charge(postings);
        Price price =
                charge == null ? null : policy.transferPriceOf(charge.usage().resource());
        if (charge == null || price == null) {
            return postings;
        }
        long charged = switch (price.method()) {
            case FREE -> 0;
            case MARKET -> charge.list();
            case MARGINAL, FULL_COST, COST_PLUS -> charge.billed();
        };
        return charged == charge.billed()
                ? postings
                : PolicyPosting.charged(charge.usage(), charged, charge.list()).postings();
    }

    /** Reads a charge out of its postings, or null when there are none: it was billed nothing that costs nothing. */
    private static @Nullable Charge charge(List<Posting> postings) {
        AccountParts expense = null;
        AccountParts received = null;
        long billed = 0;
        long subsidy = 0;
        for (Posting posting : postings) {
            AccountParts parts = AccountParts.of(posting.account());
            if (parts.isIntersegmentExpense()) {
                expense = parts;
                billed = posting.amount();
            } else if (parts.isSubsidy(AccountNames.TRANSFER_PRICE) && parts.isReceived()) {
                received = parts;
                subsidy = posting.amount();
            }
        }
        if (expense != null) {
            return new Charge(
                    usage(expense.provider(), expense.unit(), expense.resource(), expense.cohort()),
                    billed,
                    Math.addExact(billed, subsidy));
        }
        return received == null
                ? null
                : new Charge(usage(received.counterparty(), received.unit(), UNBILLED, null), 0, subsidy);
    }

    private static Usage usage(String provider, String consumer, String resource, @Nullable Cohort cohort) {
        return new Usage(provider, consumer, ConsumerKind.UNIT, resource, cohort);
    }

    /** Without what the policy leaves out. */
    private List<Posting> kept(List<Posting> postings) {
        List<Posting> kept = new ArrayList<>(postings.size());
        List<Posting> anew = new ArrayList<>();
        for (Posting posting : postings) {
            switch (fates.computeIfAbsent(posting.account(), this::fate)) {
                case Fate.Kept(String account) ->
                    kept.add(account.equals(posting.account()) ? posting : new Posting(account, posting.amount()));
                case Fate.LeftOut _ -> {}
                case Fate.Anew _ -> anew.add(posting);
                case Fate.NotThere _ -> {
                    return List.of();
                }
            }
        }
        if (!anew.isEmpty()) {
            kept.addAll(anew(anew, postings));
        }
        return kept;
    }

    private List<Posting> anew(List<Posting> memos, List<Posting> entry) {
        MemosAnew anew = new MemosAnew();
        if (policy.storefront() instanceof StorefrontPolicy.FundedBy funding) {
            anew.fund(funding, memos);
        }
        if (policy.attribution() instanceof AttributionPolicy.Scaled scaled) {
            anew.scale(scaled, memos, entry);
        }
        return anew.postings();
    }

    private Fate fate(String account) {
        AccountParts parts = AccountParts.of(account);
        if (parts.isMemo()) {
            return memo(account, parts);
        }
        String name = isWithout(parts.unit()) ? null : parts.withoutUsers(policy.withoutUnits());
        return name == null ? new Fate.NotThere() : new Fate.Kept(name);
    }

    private Fate memo(String account, AccountParts parts) {
        boolean isWithout = isWithout(parts.unit()) || isWithout(parts.counterparty());
        Fate asDeclared = isWithout ? new Fate.LeftOut() : new Fate.Kept(account);
        if (parts.isSubsidy(AccountNames.STOREFRONT)) {
            String seller = parts.isReceived() ? parts.unit() : parts.counterparty();
            return switch (policy.storefront()) {
                case StorefrontPolicy.Declared _ -> asDeclared;
                case StorefrontPolicy.None _ -> new Fate.LeftOut();
                case StorefrontPolicy.FundedBy _ -> isWithout(seller) ? new Fate.LeftOut() : new Fate.Anew();
            };
        }
        if (parts.isAttribution()) {
            return switch (policy.attribution()) {
                case AttributionPolicy.Declared _ -> asDeclared;
                case AttributionPolicy.None _ -> new Fate.LeftOut();
                case AttributionPolicy.Scaled _ -> isWithout ? new Fate.LeftOut() : new Fate.Anew();
            };
        }
        return asDeclared;
    }
}
