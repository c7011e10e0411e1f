package dev.triad.cloud.tenant;

import dev.triad.cloud.settlement.ResourceAccount;
import dev.triad.simulation.scenario.ResourceScenario;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What stands of a cloud's resources.
 *
 * @param group the group
 * @param unit the cloud
 * @param settledUntil the first moment that is not settled
 * @param resources one for each
 */
public record CapacityReport(String group, String unit, Instant settledUntil, List<Resource> resources) {
    private static final int SHARE_SCALE = 4;

    /**
     * One resource.
     *
     * @param pool its cost pool
     * @param capacity what stands, in units an hour
     * @param peak the highest hour of the latest day settled
     * @param peakUtilisation the peak as a share of the capacity
     * @param volume the volume of that day
     * @param cumulative the volume since the start
     */
    @Schema(name = "ResourceCapacity")
    public record Resource(
            String resource,
            String unitOfMeasure,
            String pool,
            BigDecimal capacity,
            BigDecimal peak,
            BigDecimal peakUtilisation,
            BigDecimal volume,
            BigDecimal cumulative) {
        static Resource of(ResourceScenario resource, ResourceAccount account) {
            BigDecimal utilisation = account.capacity().signum() == 0
                    ? BigDecimal.ZERO
                    : account.peak().divide(account.capacity(), SHARE_SCALE, RoundingMode.HALF_EVEN);
            return new Resource(
                    resource.resource(),
                    resource.unitOfMeasure(),
                    resource.pool(),
                    account.capacity(),
                    account.peak(),
                    utilisation,
                    account.volume(),
                    account.cumulative());
        }
    }
}
