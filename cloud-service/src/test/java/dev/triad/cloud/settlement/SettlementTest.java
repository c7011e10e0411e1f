package dev.triad.cloud.settlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.triad.events.CloudEvent;
import dev.triad.events.CostBehaviour;
import dev.triad.events.CostIncurred;
import dev.triad.events.RatePublished;
import dev.triad.simulation.scenario.ResourceScenario;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SettlementTest {
    private final Settlement settlement = new Settlement(Clouds.AMAZON);
    private final ResourceScenario compute = Clouds.AMAZON.cloud().resource("compute");

    @Test
    void theUnitCostFallsByTheProgressRatioWhenTheVolumeDoubles() {
        BigDecimal prior = compute.priorVolume().value();

        assertThat(LearningCurve.factor(compute, BigDecimal.ZERO)).isEqualTo(1);
        assertThat(LearningCurve.factor(compute, prior)).isCloseTo(0.85, within(1e-12));
        assertThat(LearningCurve.factor(compute, prior.multiply(BigDecimal.valueOf(3))))
                .isCloseTo(0.85 * 0.85, within(1e-12));
    }

    @Test
    void whatStandsCostsUsedOrNot() {
        Settlement.Settled settled = settlement.settle(Clouds.FIRST_DAY, settlement.begin(), Map.of());

        List<CostIncurred> costs = costs(settled.events(), "compute-capacity");
        assertThat(costs).hasSize(1);
        CostIncurred fixed = costs.getFirst();
        assertThat(fixed.behaviour()).isEqualTo(CostBehaviour.FIXED);
        assertThat(fixed.users()).containsExactly("external", "store", "device");
        // 2,800 vcpu for 24 hours at 70 % of the full cost of 0.037776, at a planned utilisation of 65 %.
        assertThat(fixed.amount()).isCloseTo(new BigDecimal("1155.04"), within(new BigDecimal("0.005")));
        assertThat(fixed.period().from()).isEqualTo(Clouds.FIRST_DAY);
        assertThat(fixed.period().to()).isEqualTo(Clouds.FIRST_DAY.plus(Duration.ofDays(1)));
    }

    @Test
    void whatIsUsedCostsItsUserByUse() {
        DayLoad load =
                DayLoad.NONE.plus(10, "external", new BigDecimal("1000")).plus(10, "store", new BigDecimal("100"));

        Settlement.Settled settled = settlement.settle(Clouds.FIRST_DAY, settlement.begin(), Map.of("compute", load));

        List<CostIncurred> costs = costs(settled.events(), "compute-capacity");
        assertThat(costs).hasSize(3);
        assertThat(costs.getFirst().users()).containsExactly("external", "store");
        assertThat(costs.get(1).behaviour()).isEqualTo(CostBehaviour.VARIABLE);
        assertThat(costs.get(1).users()).containsExactly("external");
        // Ten times the use, ten times the cost; the learning of the day applies to both.
        assertThat(costs.get(1).amount())
                .isCloseTo(costs.get(2).amount().multiply(BigDecimal.TEN), within(new BigDecimal("0.00000001")));
        assertThat(settled.events()).allSatisfy(event -> {
            assertThat(event.source()).hasToString("/amazon/cloud");
            assertThat(event.time()).isEqualTo("2026-01-01T23:59:59Z");
        });
    }

    @Test
    void theSameDaySettledAgainSaysTheSame() {
        DayLoad load = DayLoad.NONE.plus(10, "external", new BigDecimal("1000"));

        assertThat(settlement.settle(Clouds.FIRST_DAY, settlement.begin(), Map.of("compute", load)))
                .isEqualTo(settlement.settle(Clouds.FIRST_DAY, settlement.begin(), Map.of("compute", load)));
    }

    @Test
    void aPeakBuildsCapacityThatStays() {
        DayLoad peak = DayLoad.NONE.plus(10, "external", new BigDecimal("3000"));
        Settlement.Settled first = settlement.settle(Clouds.FIRST_DAY, settlement.begin(), Map.of("compute", peak));
        Settlement.Settled second =
                settlement.settle(Clouds.FIRST_DAY.plus(Duration.ofDays(1)), first.accounts(), Map.of());

        assertThat(account(first).capacity()).isEqualByComparingTo("3600");
        assertThat(account(second).capacity()).isEqualByComparingTo("3600");
    }

    @Test
    void aMonthThatWasCheaperGivesNewRatesWithOneMonthsNotice() {
        List<CloudEvent> events = january(new BigDecimal("3000"));

        assertThat(rates(events)).singleElement().satisfies(rate -> {
            assertThat(rate.resource()).isEqualTo("compute");
            assertThat(rate.effectiveFrom()).isEqualTo("2026-03-01T00:00:00Z");
            assertThat(rate.fullCost()).isLessThan(new BigDecimal("0.037776"));
            assertThat(rate.marginalCost()).isLessThan(rate.fullCost());
            BigDecimal margin =
                    BigDecimal.ONE.subtract(rate.fullCost().divide(rate.list(), 6, java.math.RoundingMode.HALF_EVEN));
            assertThat(margin).isCloseTo(new BigDecimal("0.3704"), within(new BigDecimal("0.00001")));
        });
        assertThat(events.stream().filter(event -> event.data() instanceof RatePublished))
                .allSatisfy(event -> assertThat(event.time()).isEqualTo("2026-01-31T23:59:59Z"));
    }

    @Test
    void aMonthThatWasDearerLeavesTheRatesAsTheyAre() {
        assertThat(rates(january(new BigDecimal("500")))).isEmpty();
    }

    /** All of January with the same compute load in every hour. */
    private List<CloudEvent> january(BigDecimal hourly) {
        DayLoad load = DayLoad.NONE;
        for (int hour = 0; hour < DayLoad.HOURS; hour++) {
            load = load.plus(hour, "external", hourly);
        }
        List<CloudEvent> events = new ArrayList<>();
        Map<String, ResourceAccount> accounts = settlement.begin();
        for (int day = 0; day < 31; day++) {
            Instant from = Clouds.FIRST_DAY.plus(Duration.ofDays(day));
            Settlement.Settled settled = settlement.settle(from, accounts, Map.of("compute", load));
            accounts = settled.accounts();
            events.addAll(settled.events());
        }
        return events;
    }

    private static ResourceAccount account(Settlement.Settled settled) {
        ResourceAccount account = settled.accounts().get("compute");
        assertThat(account).isNotNull();
        return java.util.Objects.requireNonNull(account);
    }

    private static List<RatePublished> rates(List<CloudEvent> events) {
        return events.stream()
                .map(CloudEvent::data)
                .filter(RatePublished.class::isInstance)
                .map(RatePublished.class::cast)
                .toList();
    }

    private static List<CostIncurred> costs(List<CloudEvent> events, String pool) {
        return events.stream()
                .map(CloudEvent::data)
                .filter(CostIncurred.class::isInstance)
                .map(CostIncurred.class::cast)
                .filter(cost -> cost.pool().equals(pool))
                .toList();
    }
}
