package dev.triad.simulation.runner;

import dev.triad.events.CloudEvent;
import dev.triad.events.LineKind;
import dev.triad.events.SaleLine;
import dev.triad.events.SaleRecorded;
import dev.triad.events.Source;
import dev.triad.simulation.engine.Chance;
import dev.triad.simulation.engine.Tick;
import dev.triad.simulation.engine.TickResult;
import dev.triad.simulation.engine.UnitModel;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/** The least that a unit can do: one sale in every hour, at its end; its state counts them. */
final class OneEventAnHour implements UnitModel<Integer> {
    static final Source SOURCE = new Source("amazon", "store");
    static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    @Override
    public Source source() {
        return SOURCE;
    }

    @Override
    public Instant start() {
        return START;
    }

    @Override
    public Class<Integer> stateType() {
        return Integer.class;
    }

    @Override
    public Integer initial() {
        return 0;
    }

    @Override
    public TickResult<Integer> tick(Integer state, Tick tick, Chance chance) {
        SaleLine line = new SaleLine(
                "thing",
                "things",
                LineKind.GOODS,
                BigDecimal.ONE,
                tick.settings().rate(),
                null);
        CloudEvent sale = tick.event(
                tick.close(),
                "order-" + tick.number(),
                new SaleRecorded("web", null, List.of(line), null, List.of()),
                "sale");
        return new TickResult<>(state + 1, List.of(sale));
    }
}
