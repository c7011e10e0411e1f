package dev.triad.ledger.claims;

import static dev.triad.events.CostIncurred.EXTERNAL;

import dev.triad.ledger.provision.CapacityUse;
import dev.triad.ledger.provision.HeadRoom;
import dev.triad.ledger.provision.Provision;
import java.util.Optional;
import org.hipparchus.fraction.BigFraction;
import org.jspecify.annotations.Nullable;

/** What is said of a store that shares a cloud with customers outside. */
final class StoreOnCloud {
    /** What a claim makes of a cloud and a store, and of what the store would cost alone. */
    private interface OfBoth {
        Outcome.Measured measure(Provision cloud, String store, BigFraction alone);
    }

    private StoreOnCloud() {}

    static Outcome freeInfrastructure(Claim claim, Evidence evidence, Assumptions assumptions) {
        return of(evidence, assumptions, (cloud, store, alone) -> {
            BigFraction paid = cloud.revenue(store).multiply(assumptions.factor(Assumption.CHARGES));
            return claim.measured(BigFraction.ONE.subtract(paid.divide(alone)))
                    .figure("charges", paid)
                    .figure(
                            "outsideContributionAboveIncrementalCost",
                            cloud.revenue(EXTERNAL).subtract(cloud.incremental(EXTERNAL)));
        });
    }

    static Outcome cheaperCloud(Claim claim, Evidence evidence, Assumptions assumptions) {
        return of(evidence, assumptions, (cloud, store, alone) -> {
            BigFraction saved = cloud.scaleBenefits(assumptions.scale()).getOrDefault(store, BigFraction.ZERO);
            Outcome.Measured cheaper = claim.measured(saved.divide(alone))
                    .figure("scaleBenefit", saved)
                    .figure("capacityCostBeyondTheStores", cloud.cost().subtract(alone))
                    .from(CapacityUse.accounts(
                            cloud.provider(), evidence.balances().keySet()));
            return withHeadRoom(cheaper, evidence.headRoom());
        });
    }

    /** More robust, too: at its own peak the store could have used more than it did. */
    private static Outcome.Measured withHeadRoom(Outcome.Measured cheaper, @Nullable HeadRoom headRoom) {
        boolean isCheaper = cheaper.verdict() == Outcome.Verdict.HOLDS;
        if (headRoom == null) {
            return isCheaper ? cheaper.undecided("No day of the store's use is over yet.") : cheaper;
        }
        BigFraction ratio = headRoom.ratio();
        Outcome.Measured measured = cheaper.figure("headRoom", new Figure.Ratio(ratio))
                .figure("storesPeak", new Figure.Day(headRoom.peak()))
                .figure("storesUseAtItsPeak", new BigFraction(headRoom.used()))
                .figure("othersUseAtTheStoresPeak", new BigFraction(headRoom.others()))
                .figure("greatestUseUntilThen", new BigFraction(headRoom.greatest()));
        boolean hasRoom = ratio.compareTo(BigFraction.ONE) > 0;
        String room = "The head-room, %s, is %sabove 1.".formatted(Values.shown(ratio), hasRoom ? "" : "not ");
        if (!isCheaper) {
            return measured;
        }
        return hasRoom ? measured.also(room) : measured.failing(room);
    }

    private static Outcome of(Evidence evidence, Assumptions assumptions, OfBoth claim) {
        Optional<Provision> cloud = evidence.cloud();
        if (cloud.isEmpty()) {
            return new Outcome.NotApplicable("No unit provides anything to customers outside.");
        }
        String provider = cloud.get().provider();
        Optional<String> store = evidence.storeOf(cloud.get());
        if (store.isEmpty()) {
            return new Outcome.NotApplicable(
                    "No unit that sells uses what %s provides to customers outside.".formatted(provider));
        }
        BigFraction alone = cloud.get().standAlone(store.get(), assumptions.scale());
        if (alone.signum() <= 0) {
            return new Outcome.Undecided("%s spends nothing that %s uses.".formatted(provider, store.get()));
        }
        return claim.measure(cloud.get(), store.get(), alone)
                .about("cloud", provider)
                .about("store", store.get())
                .figure("standAloneCost", alone)
                .from(evidence.accounts(cloud.get(), store.get()));
    }
}
