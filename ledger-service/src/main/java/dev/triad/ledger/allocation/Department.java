package dev.triad.ledger.allocation;

import dev.triad.ledger.fraction.Fractions;
import java.util.LinkedHashMap;
import java.util.Map;
import org.hipparchus.fraction.BigFraction;

/**
 * A department with its own cost. What a service department costs is passed on to those that use it; a final department keeps
 * what reaches it.
 *
 * @param directCost what it costs before anything is passed on, not negative
 * @param usage of a service, by department, which share of it each uses: the shares sum to 1, its own included; of a final
 *     department, empty
 */
public record Department(String name, boolean service, BigFraction directCost, Map<String, BigFraction> usage) {
    /** @throws IllegalArgumentException when the numbers cannot be; the message names the department and why */
    public Department {
        usage = new LinkedHashMap<>(usage);
        if (directCost.signum() < 0) {
            throw new IllegalArgumentException(
                    "the direct cost of %s is negative: %s".formatted(name, Fractions.format(directCost)));
        }
        if (!service && !usage.isEmpty()) {
            throw new IllegalArgumentException(
                    "%s is a final department and passes nothing on, so it has no usage".formatted(name));
        }
        usage.forEach((user, share) -> {
            if (share.signum() < 0) {
                throw new IllegalArgumentException(
                        "the share of %s that %s uses is negative: %s".formatted(name, user, Fractions.format(share)));
            }
        });
        BigFraction sum = Fractions.sum(usage.values());
        if (service && !sum.equals(BigFraction.ONE)) {
            throw new IllegalArgumentException(
                    "the shares of %s sum to %s, and not to 1".formatted(name, Fractions.format(sum)));
        }
    }

    /** The share of this department that another one uses. */
    BigFraction share(Department user) {
        return usage.getOrDefault(user.name(), BigFraction.ZERO);
    }
}
