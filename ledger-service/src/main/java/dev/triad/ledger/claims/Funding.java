package dev.triad.ledger.claims;

import static dev.triad.events.CostIncurred.EXTERNAL;

import dev.triad.ledger.posting.AccountNames;
import dev.triad.ledger.provision.Provision;
import dev.triad.ledger.subsidy.Flows;
import dev.triad.ledger.subsidy.SubsidyFlow;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hipparchus.fraction.BigFraction;

/**
 * Who supports whom, in all ways that the accounts know: imputed subsidies, and what a user of a shared capacity pays above
 * its incremental cost, by which it helps to carry what all share.
 *
 * @param amounts by who supports and who is supported
 * @param accounts what they were read from
 */
record Funding(Map<String, Map<String, BigFraction>> amounts, List<String> accounts) {
    /** Units each of which supports the next one, and the last one the first; and the least of the amounts. */
    record Cycle(List<String> units, BigFraction weakestLink) {
        static final Cycle NONE = new Cycle(List.of(), BigFraction.ZERO);
    }

    static Outcome goesRound(Claim claim, Evidence evidence, Assumptions assumptions) {
        if (evidence.units().size() < 3) {
            return new Outcome.NotApplicable("The group has no three units.");
        }
        BigFraction revenue = evidence.externalRevenue();
        if (revenue.signum() <= 0) {
            return new Outcome.Undecided("Nothing has been sold outside.");
        }
        Funding funding = of(evidence, assumptions);
        Cycle cycle = funding.strongestCycle(evidence.units());
        return claim.measured(cycle.weakestLink().divide(revenue))
                .about("cycle", cycle.units().isEmpty() ? "none" : String.join(" > ", cycle.units()))
                .figure("weakestLink", cycle.weakestLink())
                .from(funding.accounts());
    }

    private static Funding of(Evidence evidence, Assumptions assumptions) {
        Funding funding = new Funding(new TreeMap<>(), new ArrayList<>());
        for (SubsidyFlow flow : Flows.of(evidence.balances(), evidence.provisions(), assumptions.scale())) {
            funding.add(flow.grantor(), flow.recipient(), amount(evidence, flow, assumptions));
            funding.accounts.addAll(flow.accounts());
        }
        for (Provision provision : evidence.provisions()) {
            for (String player : provision.players()) {
                if (!player.equals(EXTERNAL)) {
                    BigFraction paid = provision.revenue(player).multiply(assumptions.factor(Assumption.CHARGES));
                    funding.add(player, provision.provider(), paid.subtract(provision.incremental(player)));
                    funding.accounts.addAll(
                            provision.paid().getOrDefault(player, Map.of()).keySet());
                }
            }
        }
        return funding;
    }

    /** (reference price − transfer price) × quantity, with both prices as assumed. */
    private static BigFraction amount(Evidence evidence, SubsidyFlow flow, Assumptions assumptions) {
        BigFraction posted = new BigFraction(flow.amount());
        if (!flow.mechanism().equals(AccountNames.TRANSFER_PRICE)) {
            return posted;
        }
        BigFraction charged = BigFraction.ZERO;
        String accounts = flow.recipient() + AccountNames.INTERSEGMENT_EXPENSES + flow.grantor() + ":";
        for (String account : evidence.accounts(accounts, "")) {
            charged = charged.add(evidence.balances().getOrDefault(account, BigInteger.ZERO));
        }
        return posted.add(charged)
                .multiply(assumptions.factor(Assumption.REFERENCE_PRICE))
                .subtract(charged.multiply(assumptions.factor(Assumption.CHARGES)));
    }

    /** What is negative is support the other way round. */
    private void add(String from, String to, BigFraction amount) {
        if (amount.signum() < 0) {
            add(to, from, amount.negate());
        } else {
            amounts.computeIfAbsent(from, _ -> new TreeMap<>()).merge(to, amount, BigFraction::add);
        }
    }

    private BigFraction amount(String from, String to) {
        return amounts.getOrDefault(from, Map.of()).getOrDefault(to, BigFraction.ZERO);
    }

    /** Of all cycles through three units, the one whose weakest link is strongest; none where each has a missing link. */
    Cycle strongestCycle(List<String> units) {
        Cycle strongest = Cycle.NONE;
        for (String first : units) {
            for (String second : units) {
                for (String third : units) {
                    if (first.compareTo(second) < 0 && first.compareTo(third) < 0 && !second.equals(third)) {
                        BigFraction weakest = least(amount(first, second), amount(second, third), amount(third, first));
                        if (weakest.compareTo(strongest.weakestLink()) > 0) {
                            strongest = new Cycle(List.of(first, second, third), weakest);
                        }
                    }
                }
            }
        }
        return strongest;
    }

    private static BigFraction least(BigFraction a, BigFraction b, BigFraction c) {
        BigFraction least = a.compareTo(b) < 0 ? a : b;
        return least.compareTo(c) < 0 ? least : c;
    }
}
