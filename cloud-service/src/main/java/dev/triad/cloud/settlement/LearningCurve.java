package dev.triad.cloud.settlement;

import dev.triad.simulation.scenario.ResourceScenario;
import java.math.BigDecimal;

/**
 * The unit cost falls by the same share whenever the cumulative volume doubles: T. P. Wright, "Factors
 * Affecting the Cost of Airplanes", Journal of the Aeronautical Sciences 3 (1936).
 */
final class LearningCurve {
    private LearningCurve() {}

    /**
     * The unit cost as a share of what it was at the prior volume.
     *
     * @param resource gives the progress ratio and the prior volume
     * @param cumulative the volume provided since
     */
    static double factor(ResourceScenario resource, BigDecimal cumulative) {
        double prior = resource.priorVolume().asDouble();
        double exponent = StrictMath.log(resource.progressRatio().asDouble()) / StrictMath.log(2);
        return StrictMath.pow((prior + cumulative.doubleValue()) / prior, exponent);
    }
}
