package dev.triad.simulation.runner;

import dev.triad.events.Source;
import dev.triad.simulation.emission.EventEmission;
import dev.triad.simulation.engine.Checkpoint;
import dev.triad.simulation.engine.Engine;
import dev.triad.simulation.engine.Settings;
import dev.triad.simulation.recovery.Checkpoints;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/** The simulations of all the units that a service hosts. */
@Singleton
public class Simulation {
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(5);

    private final List<HostedUnit<?>> units;
    private final SimulationConfig config;
    private final EventEmission emission;
    private final Checkpoints checkpoints;
    private final MeterRegistry metrics;
    private final Map<Source, UnitRunner<?>> runners = new ConcurrentHashMap<>();
    private final List<Thread> threads = new ArrayList<>();

    Simulation(
            HostedUnits hosted,
            SimulationConfig config,
            EventEmission emission,
            Checkpoints checkpoints,
            MeterRegistry metrics) {
        this.units = hosted.units();
        this.config = config;
        this.emission = emission;
        this.checkpoints = checkpoints;
        this.metrics = metrics;
    }

    /** Starts every unit where its checkpoint left it. */
    public synchronized void start() {
        for (HostedUnit<?> unit : units) {
            UnitRunner<?> runner = runner(unit);
            runners.put(unit.source(), runner);
            Gauge.builder(
                            "triad.simulation.lag",
                            runner,
                            running -> running.status().lagSeconds())
                    .description("Virtual seconds that a unit's simulation is behind its clock")
                    .baseUnit("seconds")
                    .tag("source", unit.source().toString())
                    .register(metrics);
            Thread thread = new Thread(runner, "triad-simulation-" + unit.source());
            thread.setDaemon(true);
            threads.add(thread);
            thread.start();
        }
    }

    @PreDestroy
    synchronized void stop() throws InterruptedException {
        threads.forEach(Thread::interrupt);
        for (Thread thread : threads) {
            thread.join(STOP_PATIENCE);
        }
    }

    /** The units of this service. */
    public List<HostedUnit<?>> units() {
        return units;
    }

    /** The virtual time of a unit; before its simulation runs, the start of its scenario. */
    public Instant now(Source source) {
        UnitRunner<?> runner = runners.get(source);
        return runner == null ? unit(source).model().start() : runner.now();
    }

    /** The state of a unit before the virtual hour that it is in. */
    public <S> S state(Source source, Class<S> type) {
        UnitRunner<?> runner = runners.get(source);
        return type.cast(runner == null ? unit(source).model().initial() : runner.state());
    }

    /** Where a unit stands. */
    public UnitStatus status(Source source) {
        UnitRunner<?> runner = runners.get(source);
        if (runner != null) {
            return runner.status();
        }
        HostedUnit<?> unit = unit(source);
        return new UnitStatus(
                source, settings(unit), UnitStatus.Phase.STARTING, unit.model().start(), 0, 0, 0);
    }

    /** Changes a unit's settings; completes when the change would survive a crash. */
    public CompletableFuture<Void> change(Source source, UnaryOperator<Settings> settings) {
        UnitRunner<?> runner = runners.get(source);
        if (runner == null) {
            return CompletableFuture.failedFuture(new IllegalStateException("the simulation is not running yet"));
        }
        return runner.change(settings);
    }

    private HostedUnit<?> unit(Source source) {
        return units.stream()
                .filter(unit -> unit.source().equals(source))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(source + " is no unit of this service"));
    }

    private <S> UnitRunner<S> runner(HostedUnit<S> unit) {
        Checkpoint<S> place = checkpoints
                .<Checkpoint<S>>restore(
                        unit.source().toString(), Checkpoint.class, unit.model().stateType())
                .orElseGet(() -> Engine.begin(unit.model(), settings(unit)));
        Instant historyEnd = unit.scenario()
                .history()
                .withDays(config.historyDays().orElse(null))
                .end();
        return new UnitRunner<>(unit, place, historyEnd, config.enabled(), emission, checkpoints);
    }

    private Settings settings(HostedUnit<?> unit) {
        return new Settings(
                BigDecimal.ONE,
                config.speed().orElse(unit.scenario().history().speed()),
                false,
                config.seed().orElse(unit.scenario().seed()));
    }
}
