package dev.triad.ledger.posting;

import java.math.BigInteger;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

/** What entries come to at each accounting date. */
public final class ByDate {
    private ByDate() {}

    /**
     * What each account comes to, other than zero. Without returns of known sales: which of a sale's returns gets the
     * smallest unit that does not divide depends on which comes first.
     */
    public static Map<Instant, Map<String, BigInteger>> of(Collection<Posted> entries) {
        Map<Instant, Map<String, BigInteger>> dates = new TreeMap<>();
        for (Posted posted : entries) {
            if (posted.entry().rule() != Rule.RETURN) {
                Map<String, BigInteger> accounts = dates.computeIfAbsent(posted.bookedAt(), _ -> new TreeMap<>());
                posted.entry()
                        .postings()
                        .forEach(posting -> accounts.merge(
                                posting.account(), BigInteger.valueOf(posting.amount()), BigInteger::add));
            }
        }
        dates.values().forEach(accounts -> accounts.values().removeIf(amount -> amount.signum() == 0));
        dates.values().removeIf(Map::isEmpty);
        return dates;
    }
}
