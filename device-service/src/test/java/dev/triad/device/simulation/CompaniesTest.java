package dev.triad.device.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.triad.events.CloudEvent;
import dev.triad.events.Event;
import dev.triad.events.OrderRequested;
import dev.triad.events.SaleLine;
import dev.triad.events.SaleRecorded;
import dev.triad.events.UsageRecorded;
import dev.triad.simulation.engine.Checkpoint;
import dev.triad.simulation.engine.Engine;
import dev.triad.simulation.engine.Settings;
import dev.triad.simulation.engine.TickResult;
import dev.triad.simulation.runner.HostedUnit;
import dev.triad.simulation.scenario.Scenario;
import dev.triad.simulation.scenario.ScenarioLoader;
import dev.triad.simulation.scenario.Scenarios;
import dev.triad.testing.ScenarioTable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The device units of the companies that come along, over the quarter of their history. */
class CompaniesTest {
    private static final ScenarioLoader LOADER = new ScenarioLoader(Optional.empty());
    private static final Map<String, List<CloudEvent>> QUARTERS = new ConcurrentHashMap<>();

    @Test
    void onlyAmazonAndGoogleMakeDevices() {
        DeviceUnits units = new DeviceUnits(new Scenarios(Stream.of("amazon", "ebay", "google", "microsoft")
                .map(LOADER::load)
                .toList()));

        assertThat(units.units())
                .extracting(HostedUnit::source)
                .extracting(Object::toString)
                .containsExactly("/amazon/device", "/google/device");
    }

    @ParameterizedTest
    @CsvSource({"amazon, 23000", "google, 8500"})
    void aQuarterHoldsAsManyEventsAsTheTableSaysAndNoMoreThanTwoCoresCarry(String group, int most) {
        int events = quarter(group).size();

        assertThat((long) events).isCloseTo(ScenarioTable.events(group, "device"), within(ScenarioTable.ROUNDING));
        assertThat(events).isLessThan(most);
    }

    @Test
    void googlesSpeakersAnswerAndLoseMoneyButTakeNoOrders() {
        List<SaleLine> sold = of("google", SaleRecorded.class)
                .flatMap(sale -> sale.lines().stream())
                .toList();
        double belowCost = sold.stream()
                .map(line -> line.unitPrice().subtract(Objects.requireNonNull(line.unitCost())))
                .mapToDouble(BigDecimal::doubleValue)
                .filter(gain -> gain < 0)
                .count();

        assertThat(belowCost / sold.size()).isCloseTo(0.75, within(0.03));
        assertThat(of("google", OrderRequested.class)).isEmpty();
        assertThat(of("amazon", OrderRequested.class)).isNotEmpty();
        assertThat(of("google", UsageRecorded.class))
                .extracting(UsageRecorded::resource)
                .contains("voice");
    }

    private static <T extends Event> Stream<T> of(String group, Class<T> type) {
        return quarter(group).stream()
                .map(CloudEvent::data)
                .filter(type::isInstance)
                .map(type::cast);
    }

    private static List<CloudEvent> quarter(String group) {
        return QUARTERS.computeIfAbsent(group, CompaniesTest::traded);
    }

    private static List<CloudEvent> traded(String group) {
        Scenario scenario = LOADER.load(group);
        DeviceModel model = new DeviceModel(scenario, Objects.requireNonNull(scenario.device()));
        List<CloudEvent> events = new ArrayList<>();
        Checkpoint<DeviceState> here = Engine.begin(model, new Settings(BigDecimal.ONE, 600, false, scenario.seed()));
        for (int hour = 0; hour < scenario.history().days() * 24; hour++) {
            TickResult<DeviceState> result = Engine.run(model, here);
            events.addAll(result.events());
            here = here.after(result);
        }
        return events;
    }
}
