package dev.triad.store.simulation;

import dev.triad.events.CloudEvent;
import dev.triad.events.ReturnLine;
import dev.triad.events.SaleLine;
import dev.triad.events.SaleRecorded;
import dev.triad.events.SaleReturned;
import dev.triad.events.Source;
import dev.triad.simulation.engine.Chance;
import dev.triad.simulation.engine.OwnUse;
import dev.triad.simulation.engine.Quantities;
import dev.triad.simulation.engine.Tick;
import dev.triad.simulation.engine.TickResult;
import dev.triad.simulation.engine.UnitModel;
import dev.triad.simulation.scenario.CatalogueItem;
import dev.triad.simulation.scenario.Scenario;
import dev.triad.simulation.scenario.StoreScenario;
import dev.triad.store.sale.Basket;
import dev.triad.store.sale.BasketLine;
import dev.triad.store.sale.Till;
import dev.triad.store.simulation.StoreState.PendingReturn;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A store's trade: orders that follow the hours of the day, some of which come back days later; revenue
 * by the hour, such as memberships; and its use of the cloud, which follows its orders.
 */
public final class StoreModel implements UnitModel<StoreState> {
    private static final String CHANNEL = "web";
    private static final int HOURS_OF_DAY = 24;

    /** Where the scenario does not say how many, one line in six is for more than one piece. */
    private static final double MORE_THAN_ONE = 1.0 / 6;

    private final Scenario scenario;
    private final StoreScenario store;
    private final Till till;
    private final List<CatalogueItem> catalogue;
    private final double[] popularity;

    public StoreModel(Scenario scenario, StoreScenario store) {
        this.scenario = scenario;
        this.store = store;
        this.till = new Till(store.business());
        this.catalogue = till.catalogue();
        this.popularity = catalogue.stream()
                .mapToDouble(item -> item.popularity() == null ? 1 : item.popularity())
                .toArray();
    }

    @Override
    public Source source() {
        return scenario.source(store.unit());
    }

    @Override
    public Instant start() {
        return scenario.history().start();
    }

    @Override
    public Class<StoreState> stateType() {
        return StoreState.class;
    }

    @Override
    public StoreState initial() {
        return StoreState.EMPTY;
    }

    @Override
    public TickResult<StoreState> tick(StoreState state, Tick tick, Chance chance) {
        List<CloudEvent> events = new ArrayList<>();
        List<PendingReturn> pending = new ArrayList<>();
        for (PendingReturn waiting : state.returns()) {
            if (waiting.due() <= tick.number()) {
                events.add(returned(waiting, tick, chance));
            } else {
                pending.add(waiting);
            }
        }
        double share = store.dailyShape().share(tick.hour()) * tick.rate();
        int orders = chance.count(store.ordersPerDay().asDouble() * share);
        for (int n = 0; n < orders; n++) {
            CloudEvent order = order(tick, chance, n);
            events.add(order);
            if (chance.happens(store.returns().share().asDouble())) {
                pending.add(pending(order, tick, chance));
            }
        }
        events.addAll(streams(tick, share));
        events.addAll(OwnUse.metered(tick, chance, scenario.cloud(), store.cloudUse(), orders));
        events.addAll(OwnUse.costs(tick, store.operatingCosts()));
        return new TickResult<>(new StoreState(pending), events);
    }

    private CloudEvent order(Tick tick, Chance chance, int n) {
        String customer = "customer-" + chance.below(store.customers().value().intValue());
        int lines = Math.clamp(1 + chance.count(store.linesPerOrder().asDouble() - 1), 1, 20);
        List<BasketLine> basket = new ArrayList<>();
        for (int line = 0; line < lines; line++) {
            CatalogueItem item = catalogue.get(chance.oneOf(popularity));
            basket.add(new BasketLine(item.sku(), BigDecimal.valueOf(pieces(chance))));
        }
        SaleRecorded sale = till.sell(new Basket(CHANNEL, customer, basket, List.of()));
        String subject = "order-" + tick.number() + "-" + n;
        return tick.event(tick.at(chance.share()), subject, sale, subject);
    }

    private int pieces(Chance chance) {
        return store.piecesPerLine() == null
                ? chance.happens(MORE_THAN_ONE) ? chance.between(2, 4) : 1
                : 1 + chance.count(store.piecesPerLine().asDouble() - 1);
    }

    private PendingReturn pending(CloudEvent order, Tick tick, Chance chance) {
        SaleRecorded sale = (SaleRecorded) order.data();
        int index = chance.below(sale.lines().size());
        SaleLine line = sale.lines().get(index);
        int days = chance.between(
                store.returns().daysMin().value().intValue(),
                store.returns().daysMax().value().intValue());
        long due = tick.number() + (long) days * HOURS_OF_DAY + chance.below(HOURS_OF_DAY);
        int quantity = chance.between(1, line.quantity().intValue());
        return new PendingReturn(due, order.id(), order.subject(), index + 1, line.sku(), BigDecimal.valueOf(quantity));
    }

    private static CloudEvent returned(PendingReturn waiting, Tick tick, Chance chance) {
        ReturnLine line = new ReturnLine(waiting.line(), waiting.sku(), waiting.quantity(), null);
        return tick.event(
                tick.at(chance.share()),
                waiting.order(),
                new SaleReturned(waiting.sale(), List.of(line), "changed-mind"),
                "return-" + waiting.order());
    }

    private List<CloudEvent> streams(Tick tick, double share) {
        List<CloudEvent> events = new ArrayList<>();
        for (StoreScenario.RevenueStream stream : store.streams()) {
            BigDecimal amount = Quantities.money(stream.perDay().asDouble() * share);
            if (amount.signum() > 0) {
                SaleLine line =
                        new SaleLine(stream.sku(), stream.category(), stream.kind(), BigDecimal.ONE, amount, null);
                String subject = stream.sku() + "-" + tick.number();
                events.add(tick.event(
                        tick.close(),
                        subject,
                        new SaleRecorded(CHANNEL, null, List.of(line), null, List.of()),
                        subject));
            }
        }
        return events;
    }
}
