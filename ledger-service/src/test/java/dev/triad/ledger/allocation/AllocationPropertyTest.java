package dev.triad.ledger.allocation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.triad.ledger.fraction.Fractions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.hipparchus.fraction.BigFraction;

/** What holds for any departments that fit together. */
class AllocationPropertyTest {
    private static final int TRIES = 200;
    private static final int WEIGHT_MAX = 9;

    @Provide
    Arbitrary<List<Department>> departments() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 4),
                        Arbitraries.integers().between(1, 4))
                .flatAs((services, finals) -> {
                    int all = services + finals;
                    return Combinators.combine(
                                    Arbitraries.integers()
                                            .between(0, 1_000)
                                            .list()
                                            .ofSize(all),
                                    Arbitraries.integers()
                                            .between(0, WEIGHT_MAX)
                                            .list()
                                            .ofSize(services * all))
                            .as((costs, weights) -> departments(services, finals, costs, weights));
                });
    }

    /** Every service is used by the last department at least a little, so that every method can be used. */
    private static List<Department> departments(int services, int finals, List<Integer> costs, List<Integer> weights) {
        int all = services + finals;
        List<Department> departments = new ArrayList<>();
        for (int i = 0; i < all; i++) {
            Map<String, BigFraction> usage = new LinkedHashMap<>();
            if (i < services) {
                List<Integer> own = new ArrayList<>(weights.subList(i * all, (i + 1) * all));
                own.set(all - 1, own.getLast() + 1);
                int sum = own.stream().mapToInt(Integer::intValue).sum();
                for (int user = 0; user < all; user++) {
                    usage.put("d" + user, new BigFraction(own.get(user), sum));
                }
            }
            departments.add(new Department("d" + i, i < services, new BigFraction(costs.get(i)), usage));
        }
        return departments;
    }

    @Property(tries = TRIES)
    void everyMethodConservesTheTotal(@ForAll("departments") List<Department> given) {
        Departments departments = new Departments(given);

        for (Allocation allocation : List.of(
                Allocation.direct(departments),
                Allocation.stepDown(departments, departments.usualOrder()),
                Allocation.reciprocal(departments))) {
            assertThat(Fractions.sum(allocation.finalCosts().values())).isEqualTo(departments.total());
        }
    }

    @Property(tries = TRIES)
    void reciprocalDoesNotDependOnTheOrder(@ForAll("departments") List<Department> given, @ForAll Random random) {
        List<Department> shuffled = new ArrayList<>(given);
        Collections.shuffle(shuffled, random);

        assertThat(Allocation.reciprocal(new Departments(shuffled)).finalCosts())
                .isEqualTo(Allocation.reciprocal(new Departments(given)).finalCosts());
    }
}
