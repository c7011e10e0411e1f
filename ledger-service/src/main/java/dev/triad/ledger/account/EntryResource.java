package dev.triad.ledger.account;

import dev.triad.ledger.group.Groups;
import dev.triad.ledger.problem.Problems;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Entries by their names. */
@Path("/api/v1/entries/{id}")
@Tag(name = "Entries")
public class EntryResource {
    private final Entries entries;
    private final Groups groups;

    EntryResource(Entries entries, Groups groups) {
        this.entries = entries;
        this.groups = groups;
    }

    @GET
    @Operation(operationId = "entry", summary = "One entry with its postings and what they rest on")
    public EntryView entry(@PathParam("id") @Parameter(example = "sales-0-0") String id) {
        EntryRow row = EntryId.parse(id)
                .flatMap(entries::byId)
                .orElseThrow(() -> Problems.UNKNOWN_ENTRY.because(
                        "No entry is named " + id + "; a name is like sales-3-1042: topic, partition and offset."));
        return EntryView.of(groups.known(row.group()).group().asset(), row);
    }
}
