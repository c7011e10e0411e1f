package dev.triad.cloud.settlement;

import dev.triad.events.CloudEvent;
import dev.triad.events.ConsumerKind;
import dev.triad.events.CostIncurred;
import dev.triad.events.UsageRecorded;
import dev.triad.simulation.engine.Windows;
import dev.triad.simulation.scenario.ResourceScenario;
import dev.triad.simulation.scenario.Scenario;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The usage of a group's cloud, by day and hour, and the settlement of the days that are complete. A day
 * is complete when every customer and unit of the scenario has been seen after its end, or is idle; what
 * comes later counts into the first day that is not settled. Sums do not depend on the order in which
 * usage arrives. Not thread-safe.
 */
public final class LoadBook {
    /** Usage further ahead than this is not taken for capacity: no clock of a unit is that far ahead. */
    static final int DAYS_AHEAD_MAX = 400;

    /** How many consumers are told apart in the totals; the rest are summed as {@value #OTHERS}. */
    static final int CONSUMERS_MAX = 1_000;

    static final String OTHERS = "others";

    /**
     * One event may say as much as so many days of full use at the start, and no more: a wrong or hostile
     * quantity must not build a capacity whose cost nobody could write down.
     */
    static final int FULL_DAYS_MAX = 1_000;

    /** How many days are settled at once: the events of one settlement are kept in one checkpoint. */
    static final int DAYS_AT_ONCE_MAX = 14;

    private static final Duration DAY = Duration.ofDays(1);
    private static final int LOAD_SCALE = 9;

    private final Scenario scenario;
    private final Settlement settlement;
    private final Set<String> awaited = new HashSet<>();
    private final Map<String, BigDecimal> quantityMax = new HashMap<>();
    private Instant nextDay;
    private Map<String, ResourceAccount> accounts;
    private final SortedMap<String, SortedMap<String, DayLoad>> open = new TreeMap<>();
    private final SortedMap<String, Instant> seen = new TreeMap<>();
    private final SortedMap<String, SortedMap<String, BigDecimal>> totals = new TreeMap<>();

    public LoadBook(Scenario scenario) {
        this.scenario = scenario;
        this.settlement = new Settlement(scenario);
        awaited.addAll(scenario.internalTenants());
        awaited.addAll(scenario.cloud().tenantNames());
        scenario.cloud().resources().forEach(resource -> quantityMax.put(resource.resource(), quantityMax(resource)));
        nextDay = scenario.history().start();
        accounts = settlement.begin();
    }

    private static BigDecimal quantityMax(ResourceScenario resource) {
        BigDecimal fullDay = resource.initialCapacity()
                .value()
                .add(resource.capacityStep().value())
                .multiply(BigDecimal.valueOf(DayLoad.HOURS))
                .add(resource.tenantsPerDay().value());
        return fullDay.multiply(BigDecimal.valueOf(FULL_DAYS_MAX));
    }

    /** Goes back to an earlier state. */
    public void restore(LoadState state) {
        nextDay = state.nextDay();
        accounts = state.accounts();
        open.clear();
        state.open().forEach((day, loads) -> open.put(day, new TreeMap<>(loads)));
        seen.clear();
        seen.putAll(state.seen());
        totals.clear();
        state.totals().forEach((consumer, sums) -> totals.put(consumer, new TreeMap<>(sums)));
    }

    /** The state now; what changes later does not change it. */
    public LoadState state() {
        SortedMap<String, SortedMap<String, DayLoad>> days = new TreeMap<>();
        open.forEach((day, loads) -> days.put(day, new TreeMap<>(loads)));
        SortedMap<String, SortedMap<String, BigDecimal>> sums = new TreeMap<>();
        totals.forEach((consumer, use) -> sums.put(consumer, new TreeMap<>(use)));
        return new LoadState(nextDay, Map.copyOf(accounts), days, new TreeMap<>(seen), sums);
    }

    /** The consumers that a day waits for. */
    public Set<String> awaited() {
        return Set.copyOf(awaited);
    }

    /**
     * Takes a usage of this group's cloud.
     *
     * @return whether it was taken; not when it is of another provider or resource, negative, too much, or
     *     too far ahead
     */
    public boolean add(CloudEvent event, UsageRecorded usage) {
        BigDecimal most = quantityMax.get(usage.resource());
        boolean mine = event.source().group().equals(scenario.group())
                && usage.provider().equals(scenario.cloud().unit());
        if (!mine || most == null || !isPlausible(event.time(), usage.quantity(), most)) {
            return false;
        }
        if (awaited.contains(usage.consumer())) {
            seen.merge(usage.consumer(), event.time(), (a, b) -> a.isAfter(b) ? a : b);
        }
        addTotal(usage);
        addLoad(event.time(), usage);
        return true;
    }

    private boolean isPlausible(Instant time, BigDecimal quantity, BigDecimal most) {
        return quantity.signum() >= 0
                && quantity.compareTo(most) <= 0
                && time.isBefore(nextDay.plus(DAY.multipliedBy(DAYS_AHEAD_MAX)));
    }

    private void addTotal(UsageRecorded usage) {
        boolean known = totals.containsKey(usage.consumer()) || totals.size() < CONSUMERS_MAX;
        totals.computeIfAbsent(known ? usage.consumer() : OTHERS, _ -> new TreeMap<>())
                .merge(usage.resource(), usage.quantity(), BigDecimal::add);
    }

    /** Spreads the quantity evenly over the hours of its window; the last hour takes what rounding leaves. */
    private void addLoad(Instant time, UsageRecorded usage) {
        int hours = Windows.hours(usage.labels());
        String user = usage.consumerKind() == ConsumerKind.TENANT ? CostIncurred.EXTERNAL : usage.consumer();
        BigDecimal each = usage.quantity().divide(BigDecimal.valueOf(hours), LOAD_SCALE, RoundingMode.DOWN);
        BigDecimal last = usage.quantity().subtract(each.multiply(BigDecimal.valueOf(hours - 1L)));
        for (int back = 0; back < hours; back++) {
            addHour(time.minus(Duration.ofHours(back)), usage.resource(), user, back == 0 ? last : each);
        }
    }

    private void addHour(Instant time, String resource, String user, BigDecimal quantity) {
        Instant day = time.truncatedTo(ChronoUnit.DAYS);
        boolean late = day.isBefore(nextDay);
        SortedMap<String, DayLoad> loads =
                open.computeIfAbsent((late ? nextDay : day).toString(), _ -> new TreeMap<>());
        DayLoad load = loads.getOrDefault(resource, DayLoad.NONE);
        // What comes late is paid for, but no capacity is built for an hour that is over.
        loads.put(
                resource,
                late
                        ? load.plus(user, quantity)
                        : load.plus(time.atOffset(ZoneOffset.UTC).getHour(), user, quantity));
    }

    /**
     * Settles the days that are complete, {@value #DAYS_AT_ONCE_MAX} at most; further ones wait for the next
     * time.
     *
     * @param idle the consumers that are not waited for
     * @return the events of the days settled, none when there was no such day
     */
    public List<CloudEvent> settle(Set<String> idle) {
        List<CloudEvent> events = new ArrayList<>();
        for (int days = 0; days < DAYS_AT_ONCE_MAX && isComplete(idle); days++) {
            Map<String, DayLoad> loads = open.getOrDefault(nextDay.toString(), new TreeMap<>());
            Settlement.Settled settled = settlement.settle(nextDay, accounts, loads);
            events.addAll(settled.events());
            accounts = settled.accounts();
            open.remove(nextDay.toString());
            nextDay = nextDay.plus(DAY);
        }
        return events;
    }

    private boolean isComplete(Set<String> idle) {
        Instant end = nextDay.plus(DAY);
        boolean reached = false;
        for (String consumer : awaited) {
            Instant latest = seen.get(consumer);
            boolean passed = latest != null && !latest.isBefore(end);
            if (!passed && !idle.contains(consumer)) {
                return false;
            }
            reached |= passed;
        }
        return reached;
    }
}
