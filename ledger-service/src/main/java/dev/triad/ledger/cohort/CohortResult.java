package dev.triad.ledger.cohort;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a cohort lost, cost and brought, in the group's smallest unit. Its net burden is its loss and cloud cost, less the
 * attributed and digital contribution; below zero the cohort has paid for itself. What devices of the same cohort that were
 * sold above cost brought is part of the hardware margin, and is not held against the loss of the others.
 *
 * @param sold whether the unit itself sold devices of the cohort
 * @param hardwareMargin what they were sold for, less refunds and what they cost to make; negative when sold at a loss
 * @param loss what selling below cost lost for others, the storefront subsidy
 * @param returned what of that came back with returned products
 * @param cloudCost what its use of the cloud was charged
 * @param attributed what of other units' sales it led to, after returns
 * @param digital what of the unit's own virtual goods was bought on it
 * @param weeks by week, what it brought less what it cost, what was lost, and the hardware margin
 */
public record CohortResult(
        boolean sold,
        BigInteger hardwareMargin,
        BigInteger loss,
        BigInteger returned,
        BigInteger cloudCost,
        BigInteger attributed,
        BigInteger digital,
        SortedMap<Instant, Week> weeks) {
    private static final BigInteger NONE = BigInteger.ZERO;
    public static final CohortResult NOTHING =
            new CohortResult(false, NONE, NONE, NONE, NONE, NONE, NONE, new TreeMap<>());

    /** A week's gain, contributions less cloud cost; its loss below cost after returns; and the hardware margin. */
    public record Week(BigInteger gain, BigInteger loss, BigInteger margin) {
        static final Week NOTHING = new Week(NONE, NONE, NONE);

        Week plus(Week other) {
            return new Week(gain.add(other.gain), loss.add(other.loss), margin.add(other.margin));
        }

        /** The same with nothing but the hardware margin as loss. */
        Week byMargin() {
            return new Week(gain, margin.negate(), margin);
        }

        boolean isPaidBack() {
            return loss.signum() > 0 && gain.compareTo(loss) >= 0;
        }
    }

    /** Whether and when the gain makes up for the loss. */
    public enum Payback {
        /** Nothing was lost. */
        NOTHING_TO_PAY_BACK("nothing-to-pay-back"),
        /** It has, after so many weeks. */
        PAID_BACK("paid-back"),
        /** It will after so many weeks, if every week to come brings what weeks have brought on average. */
        PROJECTED("projected"),
        /** Weeks bring nothing on average, or less. */
        NEVER("never");

        private final String code;

        Payback(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }
    }

    /**
     * When the gain makes up for the loss.
     *
     * @param weeks counted from the first week, or 0 where there is no answer in weeks
     */
    public record PaybackTime(Payback payback, long weeks) {}

    /** What was lost below cost, after returns; where no storefront is declared, what the hardware lost in all. */
    public BigInteger netLoss() {
        return isStorefront()
                ? loss.subtract(returned)
                : hardwareMargin.negate().max(NONE);
    }

    private boolean isStorefront() {
        return loss.signum() != 0;
    }

    public BigInteger netBurden() {
        return netLoss().add(cloudCost).subtract(attributed).subtract(digital);
    }

    /** All of them together; the weeks are merged into one map, so that it takes as long as there are weeks. */
    public static CohortResult sum(Iterable<CohortResult> results) {
        SortedMap<Instant, Week> weeks = new TreeMap<>();
        CohortResult sum = NOTHING;
        for (CohortResult result : results) {
            result.weeks.forEach((from, week) -> weeks.merge(from, week, Week::plus));
            sum = sum.plus(result, weeks);
        }
        return sum;
    }

    private CohortResult plus(CohortResult other, SortedMap<Instant, Week> ofBoth) {
        return new CohortResult(
                sold || other.sold,
                hardwareMargin.add(other.hardwareMargin),
                loss.add(other.loss),
                returned.add(other.returned),
                cloudCost.add(other.cloudCost),
                attributed.add(other.attributed),
                digital.add(other.digital),
                ofBoth);
    }

    /** Reads the payback time off the weeks, of which every one from the first to the last counts. */
    public PaybackTime payback() {
        if (netLoss().signum() <= 0) {
            return new PaybackTime(Payback.NOTHING_TO_PAY_BACK, 0);
        }
        Week all = weeks.values().stream().map(this::counted).reduce(Week.NOTHING, Week::plus);
        if (all.isPaidBack()) {
            return new PaybackTime(Payback.PAID_BACK, weeksTo(firstPaidBack()));
        }
        if (all.gain().signum() <= 0) {
            return new PaybackTime(Payback.NEVER, 0);
        }
        BigInteger[] needed =
                all.loss().multiply(BigInteger.valueOf(weeksSoFar())).divideAndRemainder(all.gain());
        return new PaybackTime(Payback.PROJECTED, needed[0].longValueExact() + needed[1].signum());
    }

    /** The weeks as {@link #payback()} counts them: without a storefront the loss is what the hardware lost. */
    public SortedMap<Instant, Week> countedWeeks() {
        SortedMap<Instant, Week> counted = new TreeMap<>();
        weeks.forEach((from, week) -> counted.put(from, counted(week)));
        return counted;
    }

    private Week counted(Week week) {
        return isStorefront() ? week : week.byMargin();
    }

    /** The first week at whose end the gain so far had made up for all that was lost so far. */
    private Instant firstPaidBack() {
        Week so = Week.NOTHING;
        for (SortedMap.Entry<Instant, Week> week : weeks.entrySet()) {
            so = so.plus(counted(week.getValue()));
            if (so.isPaidBack()) {
                return week.getKey();
            }
        }
        return weeks.lastKey();
    }

    /** How many weeks there are from the first to the last. */
    public long weeksSoFar() {
        return weeks.isEmpty() ? 0 : weeksTo(weeks.lastKey());
    }

    /** How many weeks there are from the first to this one. */
    private long weeksTo(Instant week) {
        return Duration.between(weeks.firstKey(), week).toDays() / 7 + 1;
    }
}
