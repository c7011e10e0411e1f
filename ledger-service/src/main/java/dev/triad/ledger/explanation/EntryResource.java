package dev.triad.ledger.explanation;

import dev.triad.ledger.account.Entries;
import dev.triad.ledger.account.EntryId;
import dev.triad.ledger.account.EntryRow;
import dev.triad.ledger.account.EntryView;
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
    private final Explanations explanations;

    EntryResource(Entries entries, Groups groups, Explanations explanations) {
        this.entries = entries;
        this.groups = groups;
        this.explanations = explanations;
    }

    @GET
    @Operation(
            operationId = "entry",
            summary = "One entry with its postings, what they rest on, and how each amount came to be")
    public EntryView entry(@PathParam("id") @Parameter(example = "sales-0-0") String id) {
        EntryRow row = EntryId.parse(id)
                .flatMap(entries::byId)
                .orElseThrow(() -> Problems.UNKNOWN_ENTRY.because(
                        "No entry is named " + id + "; a name is like sales-3-1042: topic, partition and offset."));
        return explanations.explained(groups.known(row.group()).group(), row);
    }
}
