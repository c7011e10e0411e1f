package dev.triad.simulation.api;

import dev.triad.access.Needs;
import dev.triad.access.Role;
import dev.triad.access.web.Access;
import dev.triad.events.Source;
import dev.triad.simulation.problem.ProblemCode;
import dev.triad.simulation.runner.HostedUnit;
import dev.triad.simulation.runner.Simulation;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The control of the simulation, the same in every unit service. */
@Path("/api/v1/simulation")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "simulation")
public class SimulationResource {
    /** How long a change may take to be durable. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Simulation simulation;
    private final Access access;

    SimulationResource(Simulation simulation, Access access) {
        this.simulation = simulation;
        this.access = access;
    }

    @GET
    @Needs(Role.READER)
    @Operation(summary = "Where the simulation of each unit stands")
    public SimulatedUnit.All get(@QueryParam("group") @Nullable String group) {
        return all(units(group));
    }

    @PUT
    @Needs(Role.OPERATOR)
    @Operation(summary = "Changes rate, speed, pause or seed; answers when the change would survive a crash")
    public SimulatedUnit.All put(@QueryParam("group") @Nullable String group, @NotNull @Valid SimulationSettings body) {
        List<Source> units = units(group);
        List<CompletableFuture<Void>> changes = new ArrayList<>();
        for (Source unit : units) {
            changes.add(simulation.change(unit, body::applyTo));
        }
        await(CompletableFuture.allOf(changes.toArray(CompletableFuture[]::new)));
        return all(units);
    }

    private SimulatedUnit.All all(List<Source> units) {
        return new SimulatedUnit.All(units.stream()
                .map(unit -> SimulatedUnit.of(simulation.status(unit)))
                .toList());
    }

    private List<Source> units(@Nullable String group) {
        List<Source> units = simulation.units().stream()
                .map(HostedUnit::source)
                .filter(source -> access.sees(source.group()))
                .filter(source -> group == null || source.group().equals(group))
                .toList();
        if (units.isEmpty() && group != null) {
            throw ProblemCode.UNKNOWN_GROUP.exception("group", "no unit of " + group + " is hosted here");
        }
        return units;
    }

    private static void await(CompletableFuture<Void> changed) {
        try {
            changed.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw ProblemCode.LOG_UNAVAILABLE.exception("the service is stopping");
        } catch (ExecutionException | TimeoutException e) {
            throw ProblemCode.LOG_UNAVAILABLE.exception("the change is not durable yet; try again");
        }
    }
}
