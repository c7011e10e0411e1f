package dev.triad.device.simulation;

import dev.triad.device.cohort.CohortCount;
import dev.triad.device.cohort.Cohorts;
import dev.triad.device.sale.DeviceSales;
import dev.triad.events.Attribution;
import dev.triad.events.CloudEvent;
import dev.triad.events.Cohort;
import dev.triad.events.ConsumerKind;
import dev.triad.events.OrderRequested;
import dev.triad.events.RequestLine;
import dev.triad.events.SaleRecorded;
import dev.triad.events.Source;
import dev.triad.events.UsageRecorded;
import dev.triad.simulation.engine.Chance;
import dev.triad.simulation.engine.OwnUse;
import dev.triad.simulation.engine.Tick;
import dev.triad.simulation.engine.TickResult;
import dev.triad.simulation.engine.UnitModel;
import dev.triad.simulation.engine.Windows;
import dev.triad.simulation.scenario.CatalogueItem;
import dev.triad.simulation.scenario.DeviceScenario;
import dev.triad.simulation.scenario.DeviceScenario.DigitalGood;
import dev.triad.simulation.scenario.DeviceScenario.Ordering;
import dev.triad.simulation.scenario.DeviceScenario.Product;
import dev.triad.simulation.scenario.DeviceScenario.ThirdParty;
import dev.triad.simulation.scenario.DeviceScenario.Voice;
import dev.triad.simulation.scenario.Scenario;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A device unit's trade: devices sold and taken into use, what is said to them, what is ordered through
 * them, and the virtual goods bought on them. Devices in use are counted by product and week of sale, so
 * that each cohort's cost and gain can be followed.
 */
public final class DeviceModel implements UnitModel<DeviceState> {
    private static final String CHANNEL = "web";
    private static final String VOICE = "voice";

    private final Scenario scenario;
    private final DeviceScenario device;
    private final List<CatalogueItem> catalogue;
    private final double[] popularity;

    public DeviceModel(Scenario scenario, DeviceScenario device) {
        this.scenario = scenario;
        this.device = device;
        this.catalogue = scenario.store() == null
                ? List.of()
                : scenario.store().business().catalogue();
        this.popularity = catalogue.stream()
                .mapToDouble(item -> item.popularity() == null ? 1 : item.popularity())
                .toArray();
    }

    @Override
    public Source source() {
        return scenario.source(device.unit());
    }

    @Override
    public Instant start() {
        return scenario.history().start();
    }

    @Override
    public Class<DeviceState> stateType() {
        return DeviceState.class;
    }

    @Override
    public DeviceState initial() {
        DeviceState state = new DeviceState(List.of());
        for (Product product : device.products()) {
            state = state.plus(
                    product.product(),
                    Cohorts.INSTALLED_BASE,
                    product.installedBase().value().longValue());
        }
        for (ThirdParty other : device.thirdParty()) {
            state = state.plus(
                    other.product(),
                    Cohorts.INSTALLED_BASE,
                    other.installedBase().value().longValue());
        }
        return state;
    }

    @Override
    public TickResult<DeviceState> tick(DeviceState before, Tick tick, Chance chance) {
        List<CloudEvent> events = new ArrayList<>();
        double share = device.dailyShape().share(tick.hour()) * tick.rate();
        DeviceState state = before;
        int sold = chance.count(device.devicesPerDay().asDouble() * share);
        double[] weights = device.products().stream()
                .mapToDouble(product -> product.popularity().asDouble())
                .toArray();
        String cohort = Cohort.weekOf(tick.from());
        for (int n = 0; n < sold; n++) {
            Product product = device.products().get(chance.oneOf(weights));
            events.add(sale(product, tick, chance, n));
            state = state.plus(product.product(), cohort, 1);
        }
        for (ThirdParty other : device.thirdParty()) {
            int activated = chance.count(other.activationsPerDay().asDouble() * share);
            state = state.plus(other.product(), cohort, activated);
        }
        events.addAll(interactions(state, tick, chance));
        if (device.voice().ordering() != null) {
            events.addAll(orders(device.voice().ordering(), state, tick, chance, share));
        }
        List<CloudEvent> goods = digital(state, tick, chance, share);
        events.addAll(goods);
        events.addAll(OwnUse.metered(tick, chance, scenario.cloud(), device.cloudUse(), sold + goods.size()));
        events.addAll(OwnUse.costs(tick, device.operatingCosts()));
        return new TickResult<>(state, events);
    }

    private static CloudEvent sale(Product product, Tick tick, Chance chance, int n) {
        BigDecimal price = product.price().value();
        if (product.promotionPrice() != null
                && chance.happens(product.promotionShare().asDouble())) {
            price = product.promotionPrice().value();
        }
        String subject = "device-" + tick.number() + "-" + n;
        SaleRecorded sale = new SaleRecorded(
                CHANNEL, null, List.of(DeviceSales.line(product, BigDecimal.ONE, price)), null, List.of());
        return tick.event(tick.at(chance.share()), subject, sale, subject);
    }

    /** What was said since the last metering, one event a product and cohort. */
    private List<CloudEvent> interactions(DeviceState state, Tick tick, Chance chance) {
        Voice voice = device.voice();
        int window = voice.meteringHours().value().intValueExact();
        if (!Windows.endsWith(tick, window, 0)) {
            return List.of();
        }
        int hours = Windows.covered(tick, window);
        double perDevice = voice.interactionsPerDeviceDay().asDouble()
                * Windows.share(tick, hours, device.dailyShape())
                * tick.rate();
        List<CloudEvent> events = new ArrayList<>();
        for (CohortCount cohort : state.cohorts()) {
            int said = chance.count(cohort.devices() * perDevice);
            if (said > 0) {
                Map<String, String> labels = Map.of(
                        Cohort.PRODUCT_LABEL,
                        cohort.product(),
                        Cohort.WEEK_LABEL,
                        cohort.cohort(),
                        Windows.LABEL,
                        Windows.label(hours));
                UsageRecorded usage = new UsageRecorded(
                        scenario.cloud().unit(),
                        device.unit(),
                        ConsumerKind.UNIT,
                        voice.resource(),
                        BigDecimal.valueOf(said),
                        scenario.cloud().resource(voice.resource()).unitOfMeasure(),
                        null,
                        labels);
                events.add(tick.event(
                        tick.close(), device.unit(), usage, "voice-" + cohort.product() + "-" + cohort.cohort()));
            }
        }
        return events;
    }

    private List<CloudEvent> orders(Ordering ordering, DeviceState state, Tick tick, Chance chance, double share) {
        if (catalogue.isEmpty() || state.cohorts().isEmpty()) {
            return List.of();
        }
        List<CloudEvent> events = new ArrayList<>();
        int count = chance.count(state.devices() * ordering.ordersPerDeviceDay() * share);
        for (int n = 0; n < count; n++) {
            CohortCount cohort = anyDevice(state, chance);
            CatalogueItem item = catalogue.get(chance.oneOf(popularity));
            RequestLine line = new RequestLine(item.sku(), BigDecimal.valueOf(chance.between(1, 2)));
            Attribution attribution =
                    attribution(cohort, ordering.attributionWeight().value());
            String subject = "voice-" + tick.number() + "-" + n;
            OrderRequested request = new OrderRequested(VOICE, null, List.of(line), List.of(attribution));
            events.add(tick.event(tick.at(chance.share()), subject, request, subject));
        }
        return events;
    }

    private List<CloudEvent> digital(DeviceState state, Tick tick, Chance chance, double share) {
        List<CloudEvent> events = new ArrayList<>();
        for (DigitalGood good : device.digital()) {
            int count =
                    chance.count(state.devices() * good.purchasesPerDeviceDay().asDouble() * share);
            for (int n = 0; n < count; n++) {
                Attribution attribution = attribution(anyDevice(state, chance), BigDecimal.ONE);
                String subject = good.sku() + "-" + tick.number() + "-" + n;
                events.add(tick.event(
                        tick.at(chance.share()),
                        subject,
                        DeviceSales.digital(good, VOICE, null, BigDecimal.ONE, List.of(attribution)),
                        subject));
            }
        }
        return events;
    }

    /** A device picked evenly from all in use. */
    private static CohortCount anyDevice(DeviceState state, Chance chance) {
        double[] weights =
                state.cohorts().stream().mapToDouble(CohortCount::devices).toArray();
        return state.cohorts().get(chance.oneOf(weights));
    }

    private Attribution attribution(CohortCount cohort, BigDecimal weight) {
        return new Attribution(device.unit(), cohort.product(), cohort.cohort(), weight);
    }
}
