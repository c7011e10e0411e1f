package dev.triad.cloud.tenant;

import dev.triad.access.Needs;
import dev.triad.access.Role;
import dev.triad.cloud.load.LoadDesk;
import dev.triad.cloud.metering.Clouds;
import dev.triad.cloud.settlement.LoadState;
import dev.triad.cloud.settlement.ResourceAccount;
import dev.triad.cloud.settlement.ScheduledRate;
import dev.triad.simulation.runner.Simulation;
import dev.triad.simulation.scenario.ResourceScenario;
import dev.triad.simulation.scenario.Scenario;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Tenants, rates and capacity over HTTP, as far as the usage on the log has been read. */
@Path("/api/v1")
@RunOnVirtualThread
@Tag(name = "cloud")
public class TenantResource {
    private final Clouds clouds;
    private final LoadDesk desk;
    private final Simulation simulation;

    TenantResource(Clouds clouds, LoadDesk desk, Simulation simulation) {
        this.clouds = clouds;
        this.desk = desk;
        this.simulation = simulation;
    }

    @GET
    @Needs(Role.READER)
    @Path("/tenants")
    @Operation(summary = "Who uses the cloud, and how much since the start")
    public Tenants tenants(@QueryParam("group") @Nullable String group) {
        Scenario scenario = clouds.require(group);
        LoadState state = desk.state(scenario.group());
        Set<String> units = Set.copyOf(scenario.internalTenants());
        List<Tenants.Tenant> tenants = new ArrayList<>();
        state.totals()
                .forEach((consumer, usage) ->
                        tenants.add(new Tenants.Tenant(consumer, units.contains(consumer) ? "unit" : "tenant", usage)));
        return new Tenants(scenario.group(), scenario.cloud().unit(), tenants);
    }

    @GET
    @Needs(Role.READER)
    @Path("/rate-card")
    @Operation(summary = "The rate in effect of each resource, and those published ahead")
    public RateCard rateCard(@QueryParam("group") @Nullable String group) {
        Scenario scenario = clouds.require(group);
        LoadState state = desk.state(scenario.group());
        Instant now = simulation.now(scenario.source(scenario.cloud().unit()));
        List<RateCard.Resource> resources = new ArrayList<>();
        for (ResourceScenario resource : scenario.cloud().resources()) {
            ResourceAccount account = state.accounts().get(resource.resource());
            List<ScheduledRate> rates = account == null ? List.of() : account.rates();
            resources.add(RateCard.Resource.of(resource, rates, now));
        }
        return new RateCard(scenario.group(), scenario.cloud().unit(), now, resources);
    }

    @GET
    @Needs(Role.READER)
    @Path("/capacity")
    @Operation(summary = "What stands of each resource, how much of it is used, and how far its days are settled")
    public CapacityReport capacity(@QueryParam("group") @Nullable String group) {
        Scenario scenario = clouds.require(group);
        LoadState state = desk.state(scenario.group());
        List<CapacityReport.Resource> resources = new ArrayList<>();
        for (ResourceScenario resource : scenario.cloud().resources()) {
            ResourceAccount account = state.accounts().get(resource.resource());
            if (account != null) {
                resources.add(CapacityReport.Resource.of(resource, account));
            }
        }
        return new CapacityReport(scenario.group(), scenario.cloud().unit(), state.nextDay(), resources);
    }
}
