package dev.triad.device.simulation;

import dev.triad.device.cohort.CohortCount;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the device unit remembers between ticks.
 *
 * @param cohorts the devices in use, by product and week of sale, in the order in which they appeared
 */
public record DeviceState(List<CohortCount> cohorts) {
    public DeviceState(@Nullable List<CohortCount> cohorts) {
        this.cohorts = cohorts == null ? List.of() : List.copyOf(cohorts);
    }

    /** The state with more devices of a cohort. */
    DeviceState plus(String product, String cohort, long devices) {
        if (devices == 0) {
            return this;
        }
        List<CohortCount> counts = new ArrayList<>(cohorts);
        for (int i = 0; i < counts.size(); i++) {
            CohortCount count = counts.get(i);
            if (count.product().equals(product) && count.cohort().equals(cohort)) {
                counts.set(i, count.plus(devices));
                return new DeviceState(counts);
            }
        }
        counts.add(new CohortCount(product, cohort, devices));
        return new DeviceState(counts);
    }

    /** How many devices are in use. */
    long devices() {
        return cohorts.stream().mapToLong(CohortCount::devices).sum();
    }
}
