package dev.triad.ledger.cohort;

import dev.triad.events.Cohort;
import dev.triad.ledger.account.Turnover;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The cohorts of one unit.
 *
 * @param results by product and week of sale
 */
public record CohortBook(SortedMap<Cohort, CohortResult> results) {
    /** What moved on an account in a week. */
    public record Movement(Instant week, Turnover turnover) {}

    /** The books of all units that have cohorts, by unit. */
    public static Map<String, CohortBook> of(Iterable<Movement> movements) {
        Map<String, SortedMap<Cohort, List<CohortResult>>> parts = new TreeMap<>();
        for (Movement movement : movements) {
            CohortAccount.parse(movement.turnover().account())
                    .ifPresent(account -> parts.computeIfAbsent(account.unit(), _ -> new TreeMap<>())
                            .computeIfAbsent(account.cohort(), _ -> new ArrayList<>())
                            .add(result(account.kind(), movement)));
        }
        Map<String, CohortBook> books = new TreeMap<>();
        parts.forEach((unit, cohorts) -> books.put(unit, of(cohorts)));
        return books;
    }

    private static CohortBook of(SortedMap<Cohort, List<CohortResult>> cohorts) {
        SortedMap<Cohort, CohortResult> results = new TreeMap<>();
        cohorts.forEach((cohort, parts) -> results.put(cohort, CohortResult.sum(parts)));
        return new CohortBook(results);
    }

    private static CohortResult result(CohortAccount.Kind kind, Movement movement) {
        Turnover turnover = movement.turnover();
        BigInteger none = BigInteger.ZERO;
        BigInteger balance = turnover.balance();
        return switch (kind) {
            case HARDWARE_MARGIN ->
                new CohortResult(
                        true,
                        balance.negate(),
                        none,
                        none,
                        none,
                        none,
                        none,
                        week(movement, none, none, balance.negate()));
            case LOSS ->
                new CohortResult(
                        true,
                        none,
                        turnover.debit(),
                        turnover.credit(),
                        none,
                        none,
                        none,
                        week(movement, none, balance, none));
            case CLOUD_COST ->
                new CohortResult(
                        false, none, none, none, balance, none, none, week(movement, balance.negate(), none, none));
            case ATTRIBUTED_CONTRIBUTION ->
                new CohortResult(false, none, none, none, none, balance, none, week(movement, balance, none, none));
            case DIGITAL_CONTRIBUTION ->
                new CohortResult(false, none, none, none, none, none, balance, week(movement, balance, none, none));
        };
    }

    private static SortedMap<Instant, CohortResult.Week> week(
            Movement movement, BigInteger gain, BigInteger loss, BigInteger margin) {
        SortedMap<Instant, CohortResult.Week> weeks = new TreeMap<>();
        weeks.put(movement.week(), new CohortResult.Week(gain, loss, margin));
        return weeks;
    }

    /** The products that the unit sells itself; all others are other makers'. */
    public Set<String> own() {
        Set<String> own = new HashSet<>();
        results.forEach((cohort, result) -> {
            if (result.sold()) {
                own.add(cohort.product());
            }
        });
        return own;
    }

    /** All cohorts of own products together, or of other makers'. */
    public CohortResult total(boolean ownProducts) {
        Set<String> own = own();
        return CohortResult.sum(results.entrySet().stream()
                .filter(cohort -> own.contains(cohort.getKey().product()) == ownProducts)
                .map(Map.Entry::getValue)
                .toList());
    }
}
