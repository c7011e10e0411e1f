package dev.triad.ledger.console;

import dev.triad.access.Needs;
import dev.triad.access.Role;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Where the units' services are, for a page that shows and steers them. */
@Path("/api/v1/services")
@Tag(name = "Console")
public class ServicesResource {
    /**
     * The units' services, as the ledger is told; whether they answer it does not know.
     *
     * @param kafka the broker as people reach it, for tools such as kcat
     */
    public record ServicesView(List<UnitService> services, String kafka) {}

    private final UnitServices services;

    ServicesResource(UnitServices services) {
        this.services = services;
    }

    @GET
    @Needs(Role.READER)
    @Operation(operationId = "services", summary = "Where the units' services are, as a browser reaches them")
    public ServicesView services() {
        return new ServicesView(services.all(), services.kafka());
    }
}
