package dev.triad.device.sale;

import dev.triad.device.cohort.DeviceScenarios.DeviceUnit;
import dev.triad.simulation.problem.ProblemCode;
import dev.triad.simulation.scenario.DeviceScenario.Product;

/** Looks up devices by name. */
public final class Products {
    private Products() {}

    /**
     * A device that the unit makes itself.
     *
     * @throws dev.triad.problem.ProblemException when it is none
     */
    public static Product requireOwn(DeviceUnit unit, String product) {
        return unit.device().products().stream()
                .filter(own -> own.product().equals(product))
                .findFirst()
                .orElseThrow(() ->
                        ProblemCode.UNKNOWN_PRODUCT.exception("product", "is no own device; see GET /api/v1/products"));
    }

    /**
     * Checks that a device speaks with the unit's voice, whoever makes it.
     *
     * @throws dev.triad.problem.ProblemException when it does not
     */
    public static void requireAny(DeviceUnit unit, String product) {
        boolean own =
                unit.device().products().stream().anyMatch(one -> one.product().equals(product));
        boolean other = unit.device().thirdParty().stream()
                .anyMatch(one -> one.product().equals(product));
        if (!own && !other) {
            throw ProblemCode.UNKNOWN_PRODUCT.exception("product", "is no device; see GET /api/v1/products");
        }
    }
}
