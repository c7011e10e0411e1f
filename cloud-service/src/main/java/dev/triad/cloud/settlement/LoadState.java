package dev.triad.cloud.settlement;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a group's settlement has to keep between runs.
 *
 * @param nextDay the first day that is not settled, at midnight UTC
 * @param accounts the resources' accounts
 * @param open the load of the days that are not settled, by day and resource
 * @param seen the latest usage of each consumer that is waited for
 * @param totals what each consumer used since the start, by resource
 */
public record LoadState(
        Instant nextDay,
        Map<String, ResourceAccount> accounts,
        SortedMap<String, SortedMap<String, DayLoad>> open,
        SortedMap<String, Instant> seen,
        SortedMap<String, SortedMap<String, BigDecimal>> totals) {
    public LoadState(
            Instant nextDay,
            @Nullable Map<String, ResourceAccount> accounts,
            @Nullable SortedMap<String, SortedMap<String, DayLoad>> open,
            @Nullable SortedMap<String, Instant> seen,
            @Nullable SortedMap<String, SortedMap<String, BigDecimal>> totals) {
        this.nextDay = nextDay;
        this.accounts = Objects.requireNonNullElseGet(accounts, TreeMap::new);
        this.open = Objects.requireNonNullElseGet(open, TreeMap::new);
        this.seen = Objects.requireNonNullElseGet(seen, TreeMap::new);
        this.totals = Objects.requireNonNullElseGet(totals, TreeMap::new);
    }
}
