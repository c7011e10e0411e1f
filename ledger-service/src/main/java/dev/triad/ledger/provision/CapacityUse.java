package dev.triad.ledger.provision;

import static dev.triad.events.CostIncurred.EXTERNAL;
import static dev.triad.ledger.posting.AccountNames.IMPUTED_SUBSIDY;
import static dev.triad.ledger.posting.AccountNames.TRANSFER_PRICE;

import dev.triad.events.LineKind;
import dev.triad.ledger.account.Turnover;
import dev.triad.ledger.posting.AccountNames;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How much of what a unit provides was used, day by day, valued at the reference price of the day: what units were charged
 * and what they were not, and what customers outside paid for usage. Days are the finest steps in which users can be
 * compared: usage may be metered in windows of several hours, which are booked to the hour in which they end.
 *
 * @param days by the beginning of the day in UTC what each user used, in the group's smallest unit
 */
public record CapacityUse(NavigableMap<Instant, Map<String, BigInteger>> days) {
    private static final String EXTERNAL_REVENUE = ":revenue:external:";
    private static final String INTERSEGMENT_REVENUE = ":revenue:intersegment:";
    private static final String GRANTED = IMPUTED_SUBSIDY + TRANSFER_PRICE + ":granted:";

    /** What moved on an account on a day. */
    public record Movement(Instant day, Turnover turnover) {}

    /** The accounts of a unit that tell how much of it was used. */
    public static List<String> accounts(String provider, Collection<String> names) {
        return names.stream().filter(name -> userOf(provider, name).isPresent()).toList();
    }

    /** @param movements of the provider's accounts; those that tell nothing of use are passed over */
    public static CapacityUse of(String provider, Iterable<Movement> movements) {
        NavigableMap<Instant, Map<String, BigInteger>> days = new TreeMap<>();
        for (Movement movement : movements) {
            Turnover turnover = movement.turnover();
            userOf(provider, turnover.account())
                    .ifPresent(user -> days.computeIfAbsent(movement.day(), _ -> new TreeMap<>())
                            .merge(user, turnover.balance().negate(), BigInteger::add));
        }
        return new CapacityUse(days);
    }

    private static Optional<String> userOf(String provider, String account) {
        if (!AccountNames.unitOf(account).equals(provider)) {
            return Optional.empty();
        }
        return rest(provider + EXTERNAL_REVENUE, account)
                .filter(sold -> !isOfSales(sold))
                .map(_ -> EXTERNAL)
                .or(() -> rest(provider + INTERSEGMENT_REVENUE, account))
                .or(() -> rest(provider + GRANTED, account));
    }

    /** The first component of what follows in a name that begins so. */
    private static Optional<String> rest(String begin, String account) {
        return account.startsWith(begin)
                ? Optional.of(AccountNames.unitOf(account.substring(begin.length())))
                : Optional.empty();
    }

    private static boolean isOfSales(String sold) {
        return Arrays.stream(LineKind.values()).anyMatch(kind -> kind.code().equals(sold));
    }

    /**
     * What was left to a user on the day on which it used most. A day counts when both the user and the customers outside have
     * used something on a later one, as it may else not be over.
     */
    public Optional<HeadRoom> headRoom(String user) {
        Optional<Instant> userLast = last(user);
        Optional<Instant> outsideLast = last(EXTERNAL);
        if (userLast.isEmpty() || outsideLast.isEmpty()) {
            return Optional.empty();
        }
        Instant end = userLast.get().isBefore(outsideLast.get()) ? userLast.get() : outsideLast.get();
        BigInteger greatest = BigInteger.ZERO;
        Optional<HeadRoom> atPeak = Optional.empty();
        for (Map.Entry<Instant, Map<String, BigInteger>> day :
                days.headMap(end, false).entrySet()) {
            BigInteger all = day.getValue().values().stream().reduce(BigInteger.ZERO, BigInteger::add);
            BigInteger own = day.getValue().getOrDefault(user, BigInteger.ZERO);
            greatest = greatest.max(all);
            if (own.signum() > 0
                    && atPeak.map(peak -> own.compareTo(peak.used()) > 0).orElse(true)) {
                atPeak = Optional.of(new HeadRoom(day.getKey(), own, all.subtract(own), greatest));
            }
        }
        return atPeak;
    }

    private Optional<Instant> last(String user) {
        return days.descendingMap().entrySet().stream()
                .filter(day ->
                        day.getValue().getOrDefault(user, BigInteger.ZERO).signum() != 0)
                .map(Map.Entry::getKey)
                .findFirst();
    }
}
