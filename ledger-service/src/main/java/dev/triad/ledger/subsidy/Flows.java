package dev.triad.ledger.subsidy;

import dev.triad.ledger.costgame.EconomiesOfScale;
import dev.triad.ledger.fraction.Fractions;
import dev.triad.ledger.provision.Provision;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hipparchus.fraction.BigFraction;

/** The imputed subsidies that a group's balances show: those that were posted, and those of scale. */
public final class Flows {
    static final String SCALE = "scale";

    private Flows() {}

    /**
     * All flows.
     *
     * @param balances debits less credits, by account
     */
    public static List<SubsidyFlow> of(Map<String, BigInteger> balances, EconomiesOfScale scale) {
        return of(balances, Provision.of(balances), scale);
    }

    /** @param provisions those of the balances, for whoever has them already */
    public static List<SubsidyFlow> of(
            Map<String, BigInteger> balances, List<Provision> provisions, EconomiesOfScale scale) {
        List<SubsidyFlow> flows = new ArrayList<>();
        balances.forEach(
                (account, balance) -> SubsidyFlow.ofAccount(account, balance).ifPresent(flows::add));
        for (Provision provision : provisions) {
            ofScale(provision, scale, flows);
        }
        return flows;
    }

    /**
     * Whoever shares a capacity pays less, at cost, than it would for its own volume alone; the others' volume makes that, and
     * each of them grants it by its part of what they use.
     */
    private static void ofScale(Provision provision, EconomiesOfScale scale, List<SubsidyFlow> flows) {
        Map<String, BigFraction> shares = provision.volumeShares();
        List<String> accounts = List.copyOf(provision.costs().keySet());
        provision.scaleBenefits(scale).forEach((recipient, benefit) -> {
            BigFraction others =
                    Fractions.sum(shares.values()).subtract(shares.getOrDefault(recipient, BigFraction.ZERO));
            if (benefit.signum() <= 0 || others.signum() <= 0) {
                return;
            }
            shares.forEach((grantor, share) -> {
                BigInteger amount = benefit.multiply(share)
                        .divide(others)
                        .bigDecimalValue(0, RoundingMode.HALF_EVEN)
                        .toBigIntegerExact();
                if (!grantor.equals(recipient) && amount.signum() > 0) {
                    flows.add(new SubsidyFlow(grantor, recipient, SCALE, amount, accounts));
                }
            });
        });
    }
}
