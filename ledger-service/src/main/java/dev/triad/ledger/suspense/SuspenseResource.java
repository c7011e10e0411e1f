package dev.triad.ledger.suspense;

import dev.triad.access.Needs;
import dev.triad.access.Role;
import dev.triad.ledger.problem.Problems;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.sql.SQLException;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What is not on the books: waiting for its counterpart, or quarantined. */
@Path("/api/v1/suspense")
@Tag(name = "Suspense")
public class SuspenseResource {
    static final int PAGE_MAX = 500;

    /** How many items there are in each state and for each reason. */
    public record Count(String state, String reason, long items) {}

    /** A page of items, oldest first; the cursor of the next one, or none at the end. */
    public record SuspensePage(
            List<Count> counts,
            List<SuspenseItem> items,
            @Nullable String nextCursor) {}

    private final SuspenseBook suspense;
    private final Redrive redrive;

    SuspenseResource(SuspenseBook suspense, Redrive redrive) {
        this.suspense = suspense;
        this.redrive = redrive;
    }

    @GET
    @Needs(Role.READER)
    @Operation(operationId = "suspense", summary = "Items in suspense, with counts by state and reason")
    public SuspensePage suspense(
            @QueryParam("state")
                    @Parameter(description = "waiting, quarantined or resolved; all open ones when absent")
                    @Nullable
                    String state,
            @QueryParam("group") @Parameter(description = "only what is known to be of this group") @Nullable
                    String group,
            @QueryParam("reason") @Nullable String reason,
            @QueryParam("cursor") @DefaultValue("0") @Min(0) long cursor,
            @QueryParam("limit") @DefaultValue("100") @Min(1) @Max(PAGE_MAX) int limit) {
        if (state != null && !List.of("waiting", "quarantined", "resolved").contains(state)) {
            throw Problems.INVALID_PARAMETER.because("state must be waiting, quarantined or resolved.");
        }
        List<SuspenseItem> found = suspense.page(state, group, reason, cursor, limit + 1);
        boolean more = found.size() > limit;
        List<SuspenseItem> items = more ? found.subList(0, limit) : found;
        return new SuspensePage(
                suspense.counts(), items, more ? String.valueOf(items.getLast().id()) : null);
    }

    @GET
    @Needs(Role.READER)
    @Path("/{id}")
    @Operation(operationId = "suspenseItem", summary = "One item with its raw record")
    public SuspenseBook.Detail item(@PathParam("id") long id) {
        return suspense.detail(id);
    }

    @POST
    @Needs(Role.OPERATOR)
    @Path("/{id}/redrive")
    @Operation(operationId = "redrive", summary = "Tries an item again; the answer says how it stands now")
    public Redrive.Outcome redrive(@PathParam("id") long id) throws SQLException {
        return redrive.redrive(id);
    }
}
