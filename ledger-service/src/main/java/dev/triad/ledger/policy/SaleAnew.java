package dev.triad.ledger.policy;

import dev.triad.events.Cohort;
import dev.triad.ledger.posting.AccountNames;
import dev.triad.ledger.posting.Group;
import dev.triad.ledger.posting.PolicyPosting;
import dev.triad.ledger.posting.Posting;
import dev.triad.ledger.posting.Rule;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * A sale or a return as the actual book would post it at other prices of devices or another take rate. Costs stay. What devices
 * lose and what is attributed follow from that. An entry says what its accounts say, so devices of one product in one sale
 * are looked at together.
 */
final class SaleAnew {
    /** What devices of one product were sold for, cost and lost; all of them are above zero, also of a return. */
    private record Devices(long price, long cost, long loss) {
        Devices plus(Devices other) {
            return new Devices(
                    Math.addExact(price, other.price),
                    Math.addExact(cost, other.cost),
                    Math.addExact(loss, other.loss));
        }

        /**
         * What those that come back were sold for. They may be refunded less than that, so the loss that is taken back tells
         * it; and where there was none, they were sold for their cost at least.
         */
        Devices returned() {
            return new Devices(loss > 0 ? Math.subtractExact(cost, loss) : Math.max(price, cost), cost, loss);
        }

        long lossAt(BigDecimal factor) {
            return Math.max(0, Math.subtractExact(cost, Factors.times(factor, price)));
        }
    }

    private final Group group;
    private final Factors factors;
    private final ActualEntry entry;
    private final Function<String, AccountParts> accounts;
    private final Map<String, Long> amounts = new LinkedHashMap<>();

    /** @param accounts the parts of an account's name */
    SaleAnew(Group group, Factors factors, ActualEntry entry, Function<String, AccountParts> accounts) {
        this.group = group;
        this.factors = factors;
        this.entry = entry;
        this.accounts = accounts;
    }

    /** The postings, which sum to zero. */
    List<Posting> postings() {
        if (entry.postings().stream().noneMatch(this::isTouched)) {
            return entry.postings();
        }
        entry.postings().forEach(this::price);
        if (!Factors.isOne(factors.devicePrice())) {
            storefront();
        }
        attribution();
        return made();
    }

    /** A device may come back without a refund, and what it lost is taken back all the same. */
    private boolean isTouched(Posting posting) {
        return !Factors.isOne(factor(posting))
                || !Factors.isOne(factors.devicePrice())
                        && accounts.apply(posting.account()).isCostOfDevices();
    }

    private BigDecimal factor(Posting posting) {
        AccountParts account = accounts.apply(posting.account());
        if (account.isPriceOfDevices()) {
            return factors.devicePrice();
        }
        return account.isFee() ? factors.takeRate() : BigDecimal.ONE;
    }

    /** What a price changes by, customers pay more or less. */
    private void price(Posting posting) {
        BigDecimal factor = factor(posting);
        long amount = Factors.isOne(factor) ? posting.amount() : Factors.times(factor, posting.amount());
        add(posting.account(), amount);
        if (amount != posting.amount()) {
            add(AccountNames.cash(entry.unit()), Math.subtractExact(posting.amount(), amount));
        }
    }

    private void storefront() {
        amounts.keySet().removeIf(account -> accounts.apply(account).isSubsidy(AccountNames.STOREFRONT));
        boolean isReturn = entry.rule() == Rule.RETURN;
        devices().forEach((cohort, sold) -> {
            long loss = (isReturn ? sold.returned() : sold).lossAt(factors.devicePrice());
            PolicyPosting.storefront(group, entry.unit(), cohort, isReturn ? -loss : loss)
                    .postings()
                    .forEach(this::add);
        });
    }

    private SortedMap<Cohort, Devices> devices() {
        SortedMap<Cohort, Devices> devices = new TreeMap<>();
        for (Posting posting : entry.postings()) {
            AccountParts account = accounts.apply(posting.account());
            long amount = Math.absExact(posting.amount());
            if (account.isPriceOfDevices()) {
                devices.merge(account.soldCohort(), new Devices(amount, 0, 0), Devices::plus);
            } else if (account.isCostOfDevices()) {
                devices.merge(account.soldCohort(), new Devices(0, amount, 0), Devices::plus);
            } else if (account.isSubsidy(AccountNames.STOREFRONT) && account.isReceived()) {
                devices.merge(account.storefrontCohort(), new Devices(0, 0, amount), Devices::plus);
            }
        }
        return devices;
    }

    /** The weights of a sale are in no account; what it attributed over what it contributed is what they sum to. */
    private void attribution() {
        BigDecimal before = MemosAnew.contribution(entry.postings());
        BigDecimal after = MemosAnew.contribution(made());
        if (before.signum() != 0 && before.compareTo(after) != 0) {
            amounts.keySet().removeIf(account -> accounts.apply(account).isAttribution());
            MemosAnew memos = new MemosAnew();
            memos.follow(entry.postings(), before, after);
            memos.postings().forEach(this::add);
        }
    }

    private void add(Posting posting) {
        add(posting.account(), posting.amount());
    }

    private void add(String account, long amount) {
        amounts.merge(account, amount, Math::addExact);
    }

    private List<Posting> made() {
        return amounts.entrySet().stream()
                .filter(amount -> amount.getValue() != 0)
                .map(amount -> new Posting(amount.getKey(), amount.getValue()))
                .toList();
    }
}
