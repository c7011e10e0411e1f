package dev.triad.cloud.settlement;

import dev.triad.cloud.rate.Rate;
import dev.triad.events.CloudEvent;
import dev.triad.events.CostBehaviour;
import dev.triad.events.CostIncurred;
import dev.triad.events.Event;
import dev.triad.events.EventIds;
import dev.triad.events.Period;
import dev.triad.events.Source;
import dev.triad.simulation.scenario.CloudScenario;
import dev.triad.simulation.scenario.ResourceScenario;
import dev.triad.simulation.scenario.Scenario;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Settles a day: capacity follows the peak in steps; what stands costs by the hour, used or not, and what
 * is used costs by use; both fall with the cumulative volume. On the last day of a month the month's full
 * cost is compared with the published one, and new rates follow, with one month's notice, when it has
 * fallen far enough. Nothing but the day's load and the account before it has a say.
 */
public final class Settlement {
    private static final Duration DAY = Duration.ofDays(1);
    private static final BigDecimal HOURS_OF_DAY = BigDecimal.valueOf(24);
    private static final int MONEY_SCALE = 9;
    private static final int FACTOR_SCALE = 12;

    /**
     * A settled day.
     *
     * @param accounts the resources' accounts afterwards
     * @param events the day's costs, and new rates when there are any
     */
    public record Settled(Map<String, ResourceAccount> accounts, List<CloudEvent> events) {}

    private final Scenario scenario;
    private final CloudScenario cloud;
    private final Source source;

    public Settlement(Scenario scenario) {
        this.scenario = scenario;
        this.cloud = scenario.cloud();
        this.source = scenario.source(cloud.unit());
    }

    /** The accounts before the first day. */
    public Map<String, ResourceAccount> begin() {
        Map<String, ResourceAccount> accounts = new TreeMap<>();
        for (ResourceScenario resource : cloud.resources()) {
            accounts.put(
                    resource.resource(),
                    ResourceAccount.initial(cloud, resource, scenario.history().start()));
        }
        return accounts;
    }

    /**
     * Settles the day that begins at that moment.
     *
     * @param before the resources' accounts
     * @param loads what was used of each resource; one that is absent was not used
     */
    public Settled settle(Instant day, Map<String, ResourceAccount> before, Map<String, DayLoad> loads) {
        Map<String, ResourceAccount> after = new TreeMap<>();
        List<CloudEvent> events = new ArrayList<>();
        for (ResourceScenario resource : cloud.resources()) {
            ResourceAccount account = before.get(resource.resource());
            if (account == null) {
                account = ResourceAccount.initial(
                        cloud, resource, scenario.history().start());
            }
            DayLoad load = loads.getOrDefault(resource.resource(), DayLoad.NONE);
            after.put(resource.resource(), settle(day, resource, account, load, events));
        }
        return new Settled(after, List.copyOf(events));
    }

    private ResourceAccount settle(
            Instant day, ResourceScenario resource, ResourceAccount before, DayLoad load, List<CloudEvent> events) {
        BigDecimal volume = load.volume();
        BigDecimal cumulative = before.cumulative().add(volume);
        BigDecimal capacity = Capacity.after(
                before.capacity(),
                load.peak(),
                resource.capacityStep().value(),
                cloud.peakUtilisationMax().value());
        BigDecimal learning = BigDecimal.valueOf(LearningCurve.factor(resource, cumulative))
                .setScale(FACTOR_SCALE, RoundingMode.HALF_EVEN);
        Rate initial = Rate.initial(cloud, resource);
        BigDecimal marginal = initial.marginal().multiply(learning);

        BigDecimal cost = money(capacity.multiply(HOURS_OF_DAY)
                .multiply(initial.full().subtract(initial.marginal()))
                .multiply(resource.plannedUtilisation().value())
                .multiply(learning));
        List<String> users = load.users().isEmpty()
                ? resource.users()
                : List.copyOf(load.users().keySet());
        events.add(cost(day, resource, CostBehaviour.FIXED, cost, users, "fixed"));
        for (Map.Entry<String, BigDecimal> use : load.users().entrySet()) {
            BigDecimal amount = money(use.getValue().multiply(marginal));
            cost = cost.add(amount);
            events.add(cost(
                    day, resource, CostBehaviour.VARIABLE, amount, List.of(use.getKey()), "variable-" + use.getKey()));
        }
        ResourceAccount after = new ResourceAccount(
                capacity,
                load.peak(),
                volume,
                cumulative,
                before.monthCost().add(cost),
                before.monthVolume().add(volume),
                before.rates());
        return endsMonth(day) ? closeMonth(day, resource, after, marginal, events) : after;
    }

    private ResourceAccount closeMonth(
            Instant day,
            ResourceScenario resource,
            ResourceAccount account,
            BigDecimal marginal,
            List<CloudEvent> events) {
        List<ScheduledRate> rates = new ArrayList<>(account.rates());
        if (account.monthVolume().signum() > 0) {
            BigDecimal full = account.monthCost().divide(account.monthVolume(), FACTOR_SCALE, RoundingMode.HALF_EVEN);
            BigDecimal atMost = account.latestRate()
                    .full()
                    .multiply(BigDecimal.ONE.subtract(cloud.priceCutMinimum().value()));
            if (full.compareTo(atMost) <= 0) {
                Instant from = noticed(day);
                Rate rate = Rate.of(cloud, marginal, full);
                rates.add(new ScheduledRate(from, rate));
                events.add(event(day, resource.resource(), rate.published(cloud, resource, from), "rate"));
            }
        }
        while (rates.size() > ResourceAccount.RATES_MAX) {
            rates.removeFirst();
        }
        return new ResourceAccount(
                account.capacity(),
                account.peak(),
                account.volume(),
                account.cumulative(),
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                rates);
    }

    private CloudEvent cost(
            Instant day,
            ResourceScenario resource,
            CostBehaviour behaviour,
            BigDecimal amount,
            List<String> users,
            String key) {
        CostIncurred cost = new CostIncurred(
                cloud.unit(), resource.pool(), behaviour, amount, users, new Period(day, day.plus(DAY)));
        return event(day, resource.pool(), cost, key);
    }

    /** An event of a settled day, in the day's last second and so within the day. */
    private CloudEvent event(Instant day, String subject, Event data, String key) {
        Instant time = day.plus(DAY).minusSeconds(1);
        return new CloudEvent(
                EventIds.derived(time, source, "settlement", day.toString(), subject, key),
                source,
                subject,
                time,
                data);
    }

    private static boolean endsMonth(Instant day) {
        return date(day).plusDays(1).getDayOfMonth() == 1;
    }

    /** The first moment of the month after the one that begins when the day ends. */
    private static Instant noticed(Instant lastDayOfMonth) {
        return date(lastDayOfMonth).plusDays(1).plusMonths(1).atStartOfDay().toInstant(ZoneOffset.UTC);
    }

    private static LocalDate date(Instant day) {
        return day.atOffset(ZoneOffset.UTC).toLocalDate();
    }

    private static BigDecimal money(BigDecimal amount) {
        return amount.setScale(MONEY_SCALE, RoundingMode.HALF_EVEN);
    }
}
