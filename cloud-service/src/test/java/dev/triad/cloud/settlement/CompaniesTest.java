package dev.triad.cloud.settlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.triad.cloud.rate.Rate;
import dev.triad.events.ConsumerKind;
import dev.triad.events.CostIncurred;
import dev.triad.events.GroupDeclared;
import dev.triad.events.RatePublished;
import dev.triad.events.UsageRecorded;
import dev.triad.simulation.scenario.CloudScenario;
import dev.triad.testing.ScenarioTable;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToDoubleBiFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The clouds of the companies that come along, over the quarter of their history. */
class CompaniesTest {
    private static final Map<String, Quarter> QUARTERS = new ConcurrentHashMap<>();

    @ParameterizedTest
    @CsvSource({"amazon, 36000", "ebay, 1000", "google, 11000", "microsoft, 21000"})
    void aQuarterHoldsAsManyEventsAsTheTableSaysAndNoMoreThanTwoCoresCarry(String group, int most) {
        int events = quarter(group).said().size();

        assertThat((long) events).isCloseTo(ScenarioTable.events(group, "cloud"), within(ScenarioTable.ROUNDING));
        assertThat(events).isLessThan(most);
    }

    @ParameterizedTest
    @ValueSource(strings = {"amazon", "ebay", "google", "microsoft"})
    void aGroupIsDeclaredOnceAndEveryDayOfTheQuarterIsSettled(String group) {
        Quarter quarter = quarter(group);

        assertThat(quarter.said(GroupDeclared.class)).hasSize(1);
        assertThat(quarter.said(CostIncurred.class))
                .extracting(cost -> cost.period().from())
                .contains(quarter.scenario().history().start())
                .contains(quarter.scenario().history().end().minusSeconds(86_400));
    }

    @Test
    void nobodyOutsideUsesEbaysBackend() {
        Quarter ebay = quarter("ebay");

        assertThat(ebay.usage())
                .isNotEmpty()
                .extracting(UsageRecorded::consumerKind)
                .containsOnly(ConsumerKind.UNIT);
        assertThat(users(ebay)).containsOnly("market");
    }

    @Test
    void whatEbaysMarketIsChargedIsWhatItsBackendCosts() {
        Quarter ebay = quarter("ebay");

        assertThat(charged(ebay) / ebay.cost()).isCloseTo(1, within(0.05));
    }

    @Test
    void nobodyInsideUsesMicrosoftsCloud() {
        Quarter microsoft = quarter("microsoft");

        assertThat(microsoft.usage())
                .isNotEmpty()
                .extracting(UsageRecorded::consumerKind)
                .containsOnly(ConsumerKind.TENANT);
        assertThat(users(microsoft)).containsOnly(CostIncurred.EXTERNAL);
    }

    @Test
    void searchSharesGooglesCloudWithCustomersOutside() {
        assertThat(users(quarter("google"))).contains(CostIncurred.EXTERNAL, "search", "device");
    }

    /** Customers outside pay the list price, and what is left of it after cost is the published margin. */
    @ParameterizedTest
    @CsvSource({"amazon, 0.3704", "google, 0.1414", "microsoft, 0.4323"})
    void aCloudsMarginComesNearThePublishedOne(String group, double published) {
        Quarter quarter = quarter(group);
        double list =
                priced(quarter, (cloud, usage) -> rate(cloud, usage).list().doubleValue());

        assertThat(1 - quarter.cost() / list).isCloseTo(published, within(0.06));
    }

    @ParameterizedTest
    @ValueSource(strings = {"amazon", "ebay", "google", "microsoft"})
    void ratesFallWhereVolumeGrowsFastAndNotAtEbay(String group) {
        List<RatePublished> rates = quarter(group).said(RatePublished.class);

        int initial = quarter(group).scenario().cloud().resources().size();
        if (group.equals("ebay")) {
            assertThat(rates).hasSize(initial);
        } else {
            assertThat(rates).hasSizeGreaterThan(initial);
        }
    }

    private static double charged(Quarter quarter) {
        return priced(quarter, (cloud, usage) -> rate(cloud, usage).full().doubleValue());
    }

    /** The first rates' price of all that is used; cuts come too late in the quarter to matter. */
    private static double priced(Quarter quarter, ToDoubleBiFunction<CloudScenario, UsageRecorded> price) {
        return quarter.usage().stream()
                .mapToDouble(usage -> usage.quantity().doubleValue()
                        * price.applyAsDouble(quarter.scenario().cloud(), usage))
                .sum();
    }

    private static Rate rate(CloudScenario cloud, UsageRecorded usage) {
        return Rate.initial(cloud, cloud.resource(usage.resource()));
    }

    private static List<String> users(Quarter quarter) {
        return quarter.said(CostIncurred.class).stream()
                .flatMap(cost -> cost.users().stream())
                .distinct()
                .toList();
    }

    private static Quarter quarter(String group) {
        return QUARTERS.computeIfAbsent(group, Quarter::of);
    }
}
