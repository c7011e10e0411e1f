package dev.triad.cloud.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.triad.events.CloudEvent;
import dev.triad.events.ConsumerKind;
import dev.triad.events.GroupDeclared;
import dev.triad.events.RatePublished;
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
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CloudModelTest {
    private static final Scenario AMAZON = new ScenarioLoader(Optional.empty()).load("amazon");
    private static final CloudModel MODEL = new CloudModel(AMAZON);
    private static final List<CloudEvent> EVENTS = events(1, 10 * 24);

    @Test
    void beginsByDeclaringTheGroupAndItsRates() {
        assertThat(EVENTS.getFirst().data()).isInstanceOf(GroupDeclared.class);
        assertThat(EVENTS.getFirst().time()).isEqualTo("2026-01-01T00:00:00Z");
        assertThat(of(RatePublished.class)).hasSize(4).allSatisfy(rate -> {
            assertThat(rate.effectiveFrom()).isEqualTo("2026-01-01T00:00:00Z");
            assertThat(rate.marginalCost()).isLessThan(rate.fullCost());
            assertThat(rate.fullCost()).isLessThan(rate.list());
        });
        assertThat(of(GroupDeclared.class)).hasSize(1);
    }

    @Test
    void theSameSeedSaysTheSameAndAnotherDoesNot() {
        assertThat(events(1, 10 * 24)).isEqualTo(EVENTS);
        assertThat(EVENTS).extracting(CloudEvent::id).doesNotHaveDuplicates();
        assertThat(events(2, 24))
                .extracting(CloudEvent::id)
                .doesNotContainAnyElementsOf(EVENTS.stream().map(CloudEvent::id).toList());
    }

    @Test
    void itsCustomersUseWhatTheScenarioSays() {
        double compute = of(UsageRecorded.class).stream()
                .filter(usage -> usage.resource().equals("compute"))
                .mapToDouble(usage -> usage.quantity().doubleValue())
                .sum();

        assertThat(compute / 10).isCloseTo(39_900, within(1_200.0));
        assertThat(of(UsageRecorded.class)).allSatisfy(usage -> {
            assertThat(usage.consumerKind()).isEqualTo(ConsumerKind.TENANT);
            assertThat(usage.labels()).containsKey("window");
            assertThat(usage.charge()).isNull();
        });
        assertThat(of(UsageRecorded.class)).extracting(UsageRecorded::resource).doesNotContain("voice");
    }

    @Test
    void theFirstCustomerIsTheLargest() {
        assertThat(used("harbor-video")).isGreaterThan(3 * used("north-star-charity"));
    }

    private static double used(String consumer) {
        return of(UsageRecorded.class).stream()
                .filter(usage ->
                        usage.consumer().equals(consumer) && usage.resource().equals("compute"))
                .mapToDouble(usage -> usage.quantity().doubleValue())
                .sum();
    }

    private static <T> List<T> of(Class<T> type) {
        return EVENTS.stream()
                .map(CloudEvent::data)
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    private static List<CloudEvent> events(long seed, int hours) {
        List<CloudEvent> events = new ArrayList<>();
        Checkpoint<CloudState> here = Engine.begin(MODEL, new Settings(BigDecimal.ONE, 600, false, seed));
        for (int hour = 0; hour < hours; hour++) {
            TickResult<CloudState> result = Engine.run(MODEL, here);
            events.addAll(result.events());
            here = here.after(result);
        }
        return events;
    }
}
