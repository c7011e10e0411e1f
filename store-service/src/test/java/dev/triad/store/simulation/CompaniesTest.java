package dev.triad.store.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.triad.events.CloudEvent;
import dev.triad.events.LineKind;
import dev.triad.events.SaleLine;
import dev.triad.events.SaleRecorded;
import dev.triad.simulation.engine.Checkpoint;
import dev.triad.simulation.engine.Engine;
import dev.triad.simulation.engine.Settings;
import dev.triad.simulation.engine.TickResult;
import dev.triad.simulation.scenario.Scenario;
import dev.triad.simulation.scenario.ScenarioLoader;
import dev.triad.testing.ScenarioTable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The stores of the companies that come along, over the quarter of their history. */
class CompaniesTest {
    private static final Map<String, List<CloudEvent>> QUARTERS = new ConcurrentHashMap<>();

    @ParameterizedTest
    @CsvSource({"amazon, 65000", "ebay, 27000", "google, 26000"})
    void aQuarterHoldsAsManyEventsAsTheTableSaysAndNoMoreThanTwoCoresCarry(String group, int most) {
        int events = quarter(group).size();

        assertThat((long) events).isCloseTo(ScenarioTable.events(group, "store"), within(ScenarioTable.ROUNDING));
        assertThat(events).isLessThan(most);
    }

    @Test
    void ebaysRevenueIsItsTakeRateOnWhatChangesHands() {
        BigDecimal revenue = BigDecimal.ZERO;
        BigDecimal value = BigDecimal.ZERO;
        for (SaleRecorded sale : sales("ebay")) {
            assertThat(sale.lines()).extracting(SaleLine::kind).containsOnly(LineKind.FEE);
            revenue = revenue.add(revenue(sale));
            value = value.add(Objects.requireNonNull(sale.grossMerchandiseValue()));
        }

        assertThat(revenue).isPositive().isEqualByComparingTo(value.multiply(new BigDecimal("0.1381")));
        // 73 billion dollars a year at the scale of 1:20,000.
        assertThat(value.doubleValue() / 90).isCloseTo(10_000, within(500.0));
    }

    @Test
    void googlesOrdersArePaidByTheClick() {
        List<SaleRecorded> orders =
                sales("google").stream().filter(sale -> sale.customer() != null).toList();

        assertThat(orders).isNotEmpty().allSatisfy(order -> {
            assertThat(order.grossMerchandiseValue()).isNull();
            assertThat(order.lines()).extracting(SaleLine::kind).containsOnly(LineKind.ADVERTISING);
        });
        double clicks = orders.stream()
                .flatMap(order -> order.lines().stream())
                .mapToDouble(line -> line.quantity().doubleValue())
                .sum();
        assertThat(clicks / orders.size()).isCloseTo(27, within(0.5));
    }

    @ParameterizedTest
    @CsvSource({"amazon, 18164", "google, 10443"})
    void aDaysRevenueIsThePublishedOneAtTheScale(String group, double published) {
        double revenue = sales(group).stream()
                .map(CompaniesTest::revenue)
                .mapToDouble(BigDecimal::doubleValue)
                .sum();

        assertThat(revenue / 90).isCloseTo(published, within(published * 0.05));
    }

    private static BigDecimal revenue(SaleRecorded sale) {
        return sale.lines().stream()
                .map(line -> line.unitPrice().multiply(line.quantity()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static List<SaleRecorded> sales(String group) {
        return quarter(group).stream()
                .map(CloudEvent::data)
                .filter(SaleRecorded.class::isInstance)
                .map(SaleRecorded.class::cast)
                .toList();
    }

    private static List<CloudEvent> quarter(String group) {
        return QUARTERS.computeIfAbsent(group, CompaniesTest::traded);
    }

    private static List<CloudEvent> traded(String group) {
        Scenario scenario = new ScenarioLoader(Optional.empty()).load(group);
        StoreModel model = new StoreModel(scenario, Objects.requireNonNull(scenario.store()));
        List<CloudEvent> events = new ArrayList<>();
        Checkpoint<StoreState> here = Engine.begin(model, new Settings(BigDecimal.ONE, 600, false, scenario.seed()));
        for (int hour = 0; hour < scenario.history().days() * 24; hour++) {
            TickResult<StoreState> result = Engine.run(model, here);
            events.addAll(result.events());
            here = here.after(result);
        }
        return events;
    }
}
