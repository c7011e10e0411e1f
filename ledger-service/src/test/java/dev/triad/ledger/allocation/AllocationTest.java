package dev.triad.ledger.allocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.triad.ledger.fraction.Fractions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hipparchus.fraction.BigFraction;
import org.junit.jupiter.api.Test;

class AllocationTest {
    /** Two services that use each other, and two departments that make something; the total is 13,752,150. */
    private static final Departments PLANT = new Departments(List.of(
            service("maintenance", "6300000", Map.of("systems", "0.2", "machining", "0.3", "assembly", "0.5")),
            service("systems", "1452150", Map.of("maintenance", "0.1", "machining", "0.8", "assembly", "0.1")),
            department("machining", "4000000"),
            department("assembly", "2000000")));

    @Test
    void directPassesNothingBetweenServices() {
        assertThat(costs(Allocation.direct(PLANT))).isEqualTo(Map.of("machining", "7653300", "assembly", "6098850"));
    }

    @Test
    void stepDownPassesToServicesWhoseTurnIsYetToCome() {
        Allocation allocation = Allocation.stepDown(PLANT, PLANT.usualOrder());

        assertThat(costs(allocation)).isEqualTo(Map.of("machining", "8300800", "assembly", "5451350"));
        assertThat(allocation.passedOn()).containsEntry("systems", new BigFraction(2_712_150));
    }

    @Test
    void stepDownDependsOnTheOrder() {
        Allocation allocation = Allocation.stepDown(PLANT, PLANT.inOrder(List.of("systems", "maintenance")));

        assertThat(costs(allocation)).isNotEqualTo(costs(Allocation.stepDown(PLANT, PLANT.usualOrder())));
        assertThat(Fractions.sum(allocation.finalCosts().values())).isEqualTo(PLANT.total());
    }

    @Test
    void reciprocalSolvesWhatServicesOweEachOther() {
        Allocation allocation = Allocation.reciprocal(PLANT);

        assertThat(costs(allocation)).isEqualTo(Map.of("machining", "8187025", "assembly", "5565125"));
        assertThat(allocation.passedOn().values().stream().map(Fractions::format))
                .containsExactly("6576750", "2767500");
    }

    @Test
    void aServiceThatUsesItselfComesToTheSameAsWithoutThat() {
        Departments selfish = new Departments(List.of(
                service("power", "90", Map.of("power", "1/10", "a", "6/10", "b", "3/10")),
                department("a", "0"),
                department("b", "0")));

        assertThat(costs(Allocation.reciprocal(selfish))).isEqualTo(Map.of("a", "60", "b", "30"));
        assertThat(costs(Allocation.direct(selfish))).isEqualTo(Map.of("a", "60", "b", "30"));
    }

    @Test
    void aMethodThatPassesAServiceToNobodySaysSo() {
        Departments chain = new Departments(List.of(
                service("one", "1", Map.of("two", "1")), service("two", "1", Map.of("a", "1")), department("a", "0")));

        assertThat(costs(Allocation.reciprocal(chain))).isEqualTo(Map.of("a", "2"));
        assertThatThrownBy(() -> Allocation.direct(chain))
                .isInstanceOf(NotApplicableException.class)
                .hasMessage("none of those to whom the direct method passes the cost of one on uses it");
    }

    @Test
    void whatDoesNotFitIsRefusedInWords() {
        assertThatThrownBy(() -> service("s", "1", Map.of("a", "0.5", "b", "1/3")))
                .hasMessage("the shares of s sum to 5/6, and not to 1");
        assertThatThrownBy(() -> service("s", "-1", Map.of("a", "1")))
                .hasMessage("the direct cost of s is negative: -1");
        assertThatThrownBy(() -> new Departments(List.of(service("s", "1", Map.of("a", "1")))))
                .hasMessage("s is used by a, which is no department");
        assertThatThrownBy(() -> new Departments(List.of(
                        service("s", "1", Map.of("t", "1")),
                        service("t", "1", Map.of("s", "1")),
                        department("a", "1"))))
                .hasMessage("nothing of s ever reaches a final department");
        assertThatThrownBy(() -> PLANT.inOrder(List.of("systems", "systems")))
                .hasMessageContaining("does not name each of the 2 services once");
    }

    private static Department service(String name, String cost, Map<String, String> usage) {
        Map<String, BigFraction> shares = new LinkedHashMap<>();
        usage.forEach((user, share) -> shares.put(user, Fractions.parse(share)));
        return new Department(name, true, Fractions.parse(cost), shares);
    }

    private static Department department(String name, String cost) {
        return new Department(name, false, Fractions.parse(cost), Map.of());
    }

    private static Map<String, String> costs(Allocation allocation) {
        Map<String, String> costs = new LinkedHashMap<>();
        allocation.finalCosts().forEach((name, cost) -> costs.put(name, Fractions.format(cost)));
        return costs;
    }
}
