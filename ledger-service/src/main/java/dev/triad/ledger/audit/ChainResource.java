package dev.triad.ledger.audit;

import dev.triad.access.Needs;
import dev.triad.access.Role;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.sql.SQLException;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jdbi.v3.core.Jdbi;

/** The heads of the hash chain, for whoever wants to note them. */
@Path("/api/v1/chain")
@Tag(name = "Chain")
public class ChainResource {
    /** Where every lane stands at one moment. */
    public record Chain(List<LaneHead> lanes) {}

    private final Jdbi jdbi;

    ChainResource(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @GET
    @Needs(value = Role.AUDITOR, everyGroup = true)
    @Operation(
            operationId = "chain",
            summary = "The heads of the hash chain: kept elsewhere, they prove later that nothing was rewritten")
    public Chain chain() throws SQLException {
        return new Chain(jdbi.withHandle(handle -> LaneHead.read(handle.getConnection())));
    }
}
