package dev.triad.cloud.tenant;

import dev.triad.cloud.settlement.ScheduledRate;
import dev.triad.simulation.scenario.ResourceScenario;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a cloud's resources cost.
 *
 * @param group the group
 * @param unit the cloud
 * @param now the cloud's virtual time
 * @param resources one for each
 */
public record RateCard(String group, String unit, Instant now, List<Resource> resources) {
    /**
     * One resource.
     *
     * @param rates by the moment from which they apply, the one in effect first
     */
    @Schema(name = "RatedResource")
    public record Resource(String resource, String unitOfMeasure, List<Rate> rates) {
        static Resource of(ResourceScenario resource, List<ScheduledRate> rates, Instant now) {
            int current = 0;
            for (int i = 0; i < rates.size(); i++) {
                if (!rates.get(i).effectiveFrom().isAfter(now)) {
                    current = i;
                }
            }
            return new Resource(
                    resource.resource(),
                    resource.unitOfMeasure(),
                    rates.subList(Math.min(current, rates.size()), rates.size()).stream()
                            .map(Rate::of)
                            .toList());
        }
    }

    /**
     * One rate.
     *
     * @param list what a customer outside pays for one
     * @param marginalCost what one more costs
     * @param fullCost the fully distributed cost of one
     */
    public record Rate(Instant effectiveFrom, BigDecimal list, BigDecimal marginalCost, BigDecimal fullCost) {
        static Rate of(ScheduledRate rate) {
            return new Rate(
                    rate.effectiveFrom(),
                    rate.rate().list(),
                    rate.rate().marginal(),
                    rate.rate().full());
        }
    }
}
