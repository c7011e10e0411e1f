package dev.triad.ledger.cohort;

import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a cohort lost, cost and brought, in the group's smallest unit. Its net burden is loss, less what came back, plus cloud
 * cost, less attributed and digital contribution; below zero the cohort has paid for itself.
 *
 * @param loss what selling below cost lost
 * @param returned what of that came back with returned products
 * @param cloudCost what its use of the cloud was charged
 * @param attributed what of other units' sales it led to, after returns
 * @param digital what of the unit's own virtual goods was bought on it
 * @param weeks by week, what it brought less what it cost, and the loss
 */
public record CohortResult(
        BigInteger loss,
        BigInteger returned,
        BigInteger cloudCost,
        BigInteger attributed,
        BigInteger digital,
        SortedMap<Instant, Week> weeks) {
    public static final CohortResult NOTHING = new CohortResult(
            BigInteger.ZERO, BigInteger.ZERO, BigInteger.ZERO, BigInteger.ZERO, BigInteger.ZERO, new TreeMap<>());

    /** A week's gain, contributions less cloud cost, and loss after returns. */
    public record Week(BigInteger gain, BigInteger loss) {
        Week plus(Week other) {
            return new Week(gain.add(other.gain), loss.add(other.loss));
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

    public BigInteger contribution() {
        return attributed.add(digital);
    }

    public BigInteger netBurden() {
        return loss.subtract(returned).add(cloudCost).subtract(contribution());
    }

    public CohortResult plus(CohortResult other) {
        SortedMap<Instant, Week> sum = new TreeMap<>(weeks);
        other.weeks.forEach((from, week) -> sum.merge(from, week, Week::plus));
        return new CohortResult(
                loss.add(other.loss),
                returned.add(other.returned),
                cloudCost.add(other.cloudCost),
                attributed.add(other.attributed),
                digital.add(other.digital),
                sum);
    }

    /** Reads the payback time off the weeks, of which every one from the first to the last counts. */
    public PaybackTime payback() {
        if (loss.subtract(returned).signum() <= 0) {
            return new PaybackTime(Payback.NOTHING_TO_PAY_BACK, 0);
        }
        BigInteger gain = BigInteger.ZERO;
        BigInteger lost = BigInteger.ZERO;
        List<Instant> known = new ArrayList<>(weeks.keySet());
        for (Instant from : known) {
            Week week = weeks.getOrDefault(from, new Week(BigInteger.ZERO, BigInteger.ZERO));
            gain = gain.add(week.gain());
            lost = lost.add(week.loss());
            if (gain.compareTo(lost) >= 0 && gain.signum() > 0 && from.equals(known.getLast())) {
                return new PaybackTime(Payback.PAID_BACK, firstPaidBack());
            }
        }
        if (gain.signum() <= 0) {
            return new PaybackTime(Payback.NEVER, 0);
        }
        long passed = weeksBetween(known.getFirst(), known.getLast()) + 1;
        BigInteger all = lost.multiply(BigInteger.valueOf(passed));
        BigInteger[] weeksNeeded = all.divideAndRemainder(gain);
        long needed = weeksNeeded[0].longValueExact() + (weeksNeeded[1].signum() == 0 ? 0 : 1);
        return new PaybackTime(Payback.PROJECTED, needed);
    }

    /** The first week at whose end the gain so far had made up for all that was lost so far. */
    private long firstPaidBack() {
        BigInteger gain = BigInteger.ZERO;
        BigInteger lost = BigInteger.ZERO;
        for (var week : weeks.entrySet()) {
            gain = gain.add(week.getValue().gain());
            lost = lost.add(week.getValue().loss());
            if (gain.compareTo(lost) >= 0 && lost.signum() > 0) {
                return weeksBetween(weeks.firstKey(), week.getKey()) + 1;
            }
        }
        return weeksBetween(weeks.firstKey(), weeks.lastKey()) + 1;
    }

    private static long weeksBetween(Instant first, Instant last) {
        return java.time.Duration.between(first, last).toDays() / 7;
    }
}
