package dev.triad.device.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.triad.device.cohort.CohortCount;
import dev.triad.device.cohort.Cohorts;
import dev.triad.events.CloudEvent;
import dev.triad.events.EventCodec;
import dev.triad.events.LineKind;
import dev.triad.events.OrderRequested;
import dev.triad.events.SaleLine;
import dev.triad.events.SaleRecorded;
import dev.triad.events.UsageRecorded;
import dev.triad.simulation.engine.Checkpoint;
import dev.triad.simulation.engine.Engine;
import dev.triad.simulation.engine.Settings;
import dev.triad.simulation.engine.TickResult;
import dev.triad.simulation.scenario.Scenario;
import dev.triad.simulation.scenario.ScenarioLoader;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DeviceModelTest {
    private static final int DAYS = 28;
    private static final Scenario AMAZON = new ScenarioLoader(Optional.empty()).load("amazon");
    private static final DeviceModel MODEL = new DeviceModel(AMAZON, Objects.requireNonNull(AMAZON.device()));
    private static final List<CloudEvent> EVENTS = new ArrayList<>();
    private static final Checkpoint<DeviceState> LAST = run(begin(1), DAYS * 24, EVENTS);

    @Test
    void theSameSeedSaysTheSameAndAnotherDoesNot() {
        List<CloudEvent> again = new ArrayList<>();
        assertThat(run(begin(1), DAYS * 24, again)).isEqualTo(LAST);
        assertThat(again).isEqualTo(EVENTS);
        assertThat(EVENTS).extracting(CloudEvent::id).doesNotHaveDuplicates();

        List<CloudEvent> other = new ArrayList<>();
        run(begin(2), 24, other);
        assertThat(other)
                .extracting(CloudEvent::id)
                .doesNotContainAnyElementsOf(EVENTS.stream().map(CloudEvent::id).toList());
    }

    @Test
    void goesOnFromACheckpointAsIfNothingHadHappened() throws JsonProcessingException {
        ObjectMapper json = EventCodec.mapper();
        Checkpoint<DeviceState> middle = run(begin(1), 100, new ArrayList<>());
        Checkpoint<DeviceState> restored = json.readValue(
                json.writeValueAsString(middle),
                json.getTypeFactory().constructParametricType(Checkpoint.class, DeviceState.class));

        List<CloudEvent> later = new ArrayList<>();
        run(restored, DAYS * 24 - 100, later);
        assertThat(later).isEqualTo(EVENTS.subList(EVENTS.size() - later.size(), EVENTS.size()));
    }

    @Test
    void everyDeviceSoldIsInTheCohortOfItsWeek() {
        long sold = lines(LineKind.DEVICE).size();
        long counted = LAST.state().cohorts().stream()
                .filter(count -> !count.cohort().equals(Cohorts.INSTALLED_BASE))
                .filter(count -> !count.product().startsWith("third-party"))
                .mapToLong(CohortCount::devices)
                .sum();

        assertThat(counted).isEqualTo(sold);
        assertThat(sold / (double) DAYS).isCloseTo(60, within(5.0));
        assertThat(LAST.state().cohorts())
                .extracting(CohortCount::cohort)
                .contains("2026-w01", "2026-w02", "2026-w04", Cohorts.INSTALLED_BASE);
    }

    @Test
    void someDevicesAreSoldBelowCost() {
        assertThat(lines(LineKind.DEVICE)).anySatisfy(line -> {
            assertThat(line.sku()).isEqualTo("echo-dot");
            assertThat(line.unitPrice()).isEqualByComparingTo("29");
            assertThat(line.unitPrice()).isLessThan(Objects.requireNonNull(line.unitCost()));
        });
    }

    @Test
    void otherMakersDevicesSpeakAndOrderButAreNotSold() {
        assertThat(lines(LineKind.DEVICE)).extracting(SaleLine::sku).doesNotContain("third-party-speaker");
        assertThat(voice()).extracting(usage -> usage.labels().get("product")).contains("third-party-speaker");
        assertThat(of(OrderRequested.class))
                .extracting(order -> order.attribution().getFirst().product())
                .contains("third-party-speaker", "echo-dot");
    }

    @Test
    void whatIsSaidIsMeteredByProductAndCohort() {
        double perDeviceDay = voice().stream()
                        .filter(usage ->
                                Cohorts.INSTALLED_BASE.equals(usage.labels().get("cohort")))
                        .mapToDouble(usage -> usage.quantity().doubleValue())
                        .sum()
                / (6_250 * DAYS);

        assertThat(perDeviceDay).isCloseTo(5, within(0.05));
        assertThat(voice()).allSatisfy(usage -> {
            assertThat(usage.labels()).containsOnlyKeys("product", "cohort", "window");
            assertThat(usage.consumer()).isEqualTo("device");
            assertThat(usage.provider()).isEqualTo("cloud");
        });
    }

    @Test
    void aVirtualGoodEarnsItsShareOfThePrice() {
        List<SaleRecorded> digital = of(SaleRecorded.class).stream()
                .filter(sale -> sale.lines().getFirst().kind() == LineKind.DIGITAL)
                .toList();

        assertThat(digital).isNotEmpty().allSatisfy(sale -> {
            BigDecimal price = Objects.requireNonNull(sale.grossMerchandiseValue());
            assertThat(sale.lines().getFirst().unitPrice()).isEqualByComparingTo(price.multiply(new BigDecimal("0.3")));
            assertThat(sale.attribution())
                    .singleElement()
                    .satisfies(one -> assertThat(one.unit()).isEqualTo("device"));
        });
    }

    @Test
    void voiceOrdersAreAttributedToTheirDeviceByTheWeightOfTheScenario() {
        assertThat(of(OrderRequested.class)).isNotEmpty().allSatisfy(order -> {
            assertThat(order.channel()).isEqualTo("voice");
            assertThat(order.attribution())
                    .singleElement()
                    .satisfies(one -> assertThat(one.weight()).isEqualByComparingTo("0.5"));
        });
    }

    private static List<UsageRecorded> voice() {
        return of(UsageRecorded.class).stream()
                .filter(usage -> usage.resource().equals("voice"))
                .toList();
    }

    private static List<SaleLine> lines(LineKind kind) {
        return of(SaleRecorded.class).stream()
                .flatMap(sale -> sale.lines().stream())
                .filter(line -> line.kind() == kind)
                .toList();
    }

    private static <T> List<T> of(Class<T> type) {
        return EVENTS.stream()
                .map(CloudEvent::data)
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    private static Checkpoint<DeviceState> begin(long seed) {
        return Engine.begin(MODEL, new Settings(BigDecimal.ONE, 600, false, seed));
    }

    private static Checkpoint<DeviceState> run(Checkpoint<DeviceState> from, int hours, List<CloudEvent> events) {
        Checkpoint<DeviceState> here = from;
        for (int hour = 0; hour < hours; hour++) {
            TickResult<DeviceState> result = Engine.run(MODEL, here);
            events.addAll(result.events());
            here = here.after(result);
        }
        return here;
    }
}
