package dev.triad.cloud.settlement;

import dev.triad.cloud.simulation.CloudModel;
import dev.triad.cloud.simulation.CloudState;
import dev.triad.events.CloudEvent;
import dev.triad.events.ConsumerKind;
import dev.triad.events.CostIncurred;
import dev.triad.events.Event;
import dev.triad.events.UsageRecorded;
import dev.triad.simulation.engine.Chance;
import dev.triad.simulation.engine.Checkpoint;
import dev.triad.simulation.engine.Engine;
import dev.triad.simulation.engine.OwnUse;
import dev.triad.simulation.engine.Quantities;
import dev.triad.simulation.engine.Settings;
import dev.triad.simulation.engine.Tick;
import dev.triad.simulation.engine.TickResult;
import dev.triad.simulation.scenario.DeviceScenario;
import dev.triad.simulation.scenario.Scenario;
import dev.triad.simulation.scenario.ScenarioLoader;
import dev.triad.simulation.scenario.StoreScenario;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A company's cloud over the quarter of its history, and one day more, so that the quarter can be settled. The other
 * units are stood in for by what they would use: orders come by chance as the day goes, and the devices are those of
 * the start.
 *
 * @param scenario the company
 * @param said what the cloud says in the quarter, settlement included
 * @param usage what all use of it in the quarter
 */
record Quarter(Scenario scenario, List<CloudEvent> said, List<UsageRecorded> usage) {
    private static final int HOURS_OF_DAY = 24;
    private static final Set<String> NOBODY = Set.of();

    static Quarter of(String group) {
        Scenario scenario = new ScenarioLoader(Optional.empty()).load(group);
        Settings settings = new Settings(BigDecimal.ONE, 600, false, scenario.seed());
        CloudModel model = new CloudModel(scenario);
        Quarter quarter = new Quarter(scenario, new ArrayList<>(), new ArrayList<>());
        LoadBook book = new LoadBook(scenario);
        Checkpoint<CloudState> here = Engine.begin(model, settings);
        for (int hour = 0; hour < (scenario.history().days() + 1) * HOURS_OF_DAY; hour++) {
            TickResult<CloudState> result = Engine.run(model, here);
            here = here.after(result);
            quarter.note(result.events());
            Stream.concat(result.events().stream(), internal(scenario, hour, settings))
                    .forEach(event -> quarter.use(event, book));
            quarter.said.addAll(book.settle(NOBODY));
        }
        return quarter;
    }

    private void note(List<CloudEvent> events) {
        events.stream().filter(this::isWithin).forEach(said::add);
    }

    private void use(CloudEvent event, LoadBook book) {
        if (event.data() instanceof UsageRecorded used) {
            book.add(event, used);
            if (isWithin(event)) {
                usage.add(used);
            }
        }
    }

    private boolean isWithin(CloudEvent event) {
        return event.time().isBefore(scenario.history().end());
    }

    <T extends Event> List<T> said(Class<T> type) {
        return said.stream()
                .map(CloudEvent::data)
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    /** What the cloud cost. */
    double cost() {
        return said(CostIncurred.class).stream()
                .mapToDouble(cost -> cost.amount().doubleValue())
                .sum();
    }

    private static Stream<CloudEvent> internal(Scenario scenario, int hour, Settings settings) {
        List<CloudEvent> events = new ArrayList<>();
        StoreScenario store = scenario.store();
        if (store != null) {
            Tick tick = tick(scenario, store.unit(), hour, settings);
            Chance chance = chance(tick);
            int orders = chance.count(
                    store.ordersPerDay().asDouble() * store.dailyShape().share(tick.hour()));
            events.addAll(OwnUse.metered(tick, chance, scenario.cloud(), store.cloudUse(), orders));
        }
        DeviceScenario device = scenario.device();
        if (device != null) {
            Tick tick = tick(scenario, device.unit(), hour, settings);
            events.addAll(OwnUse.metered(tick, chance(tick), scenario.cloud(), device.cloudUse(), 0));
            events.add(voice(scenario, device, tick));
        }
        return events.stream();
    }

    private static Tick tick(Scenario scenario, String unit, int hour, Settings settings) {
        return Tick.of(scenario.source(unit), hour, scenario.history().start(), settings);
    }

    private static Chance chance(Tick tick) {
        return Chance.of(tick.settings().seed(), tick.source(), tick.number());
    }

    private static CloudEvent voice(Scenario scenario, DeviceScenario device, Tick tick) {
        double devices = device.products().stream()
                .mapToDouble(product -> product.installedBase().asDouble())
                .sum();
        DeviceScenario.Voice voice = device.voice();
        double said = devices
                * voice.interactionsPerDeviceDay().asDouble()
                * device.dailyShape().share(tick.hour());
        UsageRecorded usage = new UsageRecorded(
                scenario.cloud().unit(),
                device.unit(),
                ConsumerKind.UNIT,
                voice.resource(),
                Quantities.of(said),
                scenario.cloud().resource(voice.resource()).unitOfMeasure(),
                null,
                Map.of());
        return tick.event(tick.close(), device.unit(), usage, "voice");
    }
}
