package dev.triad.cloud.settlement;

import dev.triad.cloud.rate.Rate;
import dev.triad.simulation.scenario.CloudScenario;
import dev.triad.simulation.scenario.ResourceScenario;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/**
 * What is known of a resource after the days settled so far.
 *
 * @param capacity what stands, in units an hour
 * @param peak the highest hour of the latest day
 * @param volume the volume of the latest day
 * @param cumulative the volume of all days
 * @param monthCost the cost of the month so far
 * @param monthVolume the volume of the month so far
 * @param rates the rates published, the latest last, at most {@value #RATES_MAX}
 */
public record ResourceAccount(
        BigDecimal capacity,
        BigDecimal peak,
        BigDecimal volume,
        BigDecimal cumulative,
        BigDecimal monthCost,
        BigDecimal monthVolume,
        List<ScheduledRate> rates) {
    static final int RATES_MAX = 24;

    public ResourceAccount {
        rates = List.copyOf(rates);
    }

    /** A resource before its first day. */
    static ResourceAccount initial(CloudScenario cloud, ResourceScenario resource, Instant start) {
        return new ResourceAccount(
                resource.initialCapacity().value(),
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                List.of(new ScheduledRate(start, Rate.initial(cloud, resource))));
    }

    /** The rate published last. */
    Rate latestRate() {
        return rates.getLast().rate();
    }
}
