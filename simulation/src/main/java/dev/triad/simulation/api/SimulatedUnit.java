package dev.triad.simulation.api;

import dev.triad.simulation.runner.UnitStatus;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Where a unit's simulation stands.
 *
 * @param group the group
 * @param unit the unit
 * @param phase starting, history, live, paused, disabled or failed
 * @param rate multiplies the trade of the scenario
 * @param speed virtual seconds a wall-clock second
 * @param paused whether virtual time stands still
 * @param seed where its chance begins
 * @param virtualTime the virtual time that it has reached
 * @param tick the virtual hour that it is in, counted from 0
 * @param eventsEmitted how many events the simulation emitted since its start
 * @param lagSeconds how many virtual seconds it is behind its clock
 */
public record SimulatedUnit(
        String group,
        String unit,
        String phase,
        BigDecimal rate,
        long speed,
        boolean paused,
        long seed,
        Instant virtualTime,
        long tick,
        long eventsEmitted,
        long lagSeconds) {

    static SimulatedUnit of(UnitStatus status) {
        return new SimulatedUnit(
                status.source().group(),
                status.source().unit(),
                status.phase().name().toLowerCase(Locale.ROOT),
                status.settings().rate(),
                status.settings().speed(),
                status.settings().paused(),
                status.settings().seed(),
                status.virtualTime(),
                status.tick(),
                status.eventsEmitted(),
                status.lagSeconds());
    }

    /**
     * The units of a service.
     *
     * @param units one for each group that it hosts
     */
    @Schema(name = "SimulatedUnits")
    public record All(List<SimulatedUnit> units) {}
}
