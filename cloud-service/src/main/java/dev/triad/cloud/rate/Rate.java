package dev.triad.cloud.rate;

import dev.triad.events.RatePublished;
import dev.triad.simulation.scenario.CloudScenario;
import dev.triad.simulation.scenario.ResourceScenario;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;

/**
 * What one of a resource costs.
 *
 * @param list what a customer outside pays
 * @param marginal what one more costs
 * @param full the fully distributed cost
 */
public record Rate(BigDecimal list, BigDecimal marginal, BigDecimal full) {
    /** The decimals of a published rate. */
    static final int SCALE = 12;

    /** The rate at the start of a scenario: the full cost is what the operating margin leaves. */
    public static Rate initial(CloudScenario cloud, ResourceScenario resource) {
        BigDecimal list = resource.list().value();
        BigDecimal full =
                list.multiply(BigDecimal.ONE.subtract(cloud.operatingMargin().value()));
        return new Rate(list, full.multiply(resource.marginalShare().value()), full).rounded();
    }

    /** A rate from its costs: the list price leaves the operating margin. */
    public static Rate of(CloudScenario cloud, BigDecimal marginal, BigDecimal full) {
        BigDecimal costShare = BigDecimal.ONE.subtract(cloud.operatingMargin().value());
        return new Rate(full.divide(costShare, SCALE, RoundingMode.HALF_EVEN), marginal, full).rounded();
    }

    /** The publication of this rate. */
    public RatePublished published(CloudScenario cloud, ResourceScenario resource, Instant effectiveFrom) {
        return new RatePublished(
                cloud.unit(), resource.resource(), resource.unitOfMeasure(), list, marginal, full, effectiveFrom);
    }

    private Rate rounded() {
        return new Rate(round(list), round(marginal), round(full));
    }

    private static BigDecimal round(BigDecimal value) {
        return new BigDecimal(value.setScale(SCALE, RoundingMode.HALF_EVEN)
                .stripTrailingZeros()
                .toPlainString());
    }
}
