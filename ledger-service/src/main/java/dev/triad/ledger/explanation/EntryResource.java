package dev.triad.ledger.explanation;

import dev.triad.access.Needs;
import dev.triad.access.Role;
import dev.triad.ledger.account.DerivedEntries;
import dev.triad.ledger.account.Entries;
import dev.triad.ledger.account.EntryId;
import dev.triad.ledger.account.EntryRow;
import dev.triad.ledger.account.EntryView;
import dev.triad.ledger.book.Bookshelf;
import dev.triad.ledger.book.OpenBook;
import dev.triad.ledger.group.Groups;
import dev.triad.ledger.problem.Problems;
import dev.triad.problem.ProblemException;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
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
    private final Bookshelf shelf;
    private final DerivedEntries derived;

    EntryResource(Entries entries, Groups groups, Explanations explanations, Bookshelf shelf, DerivedEntries derived) {
        this.entries = entries;
        this.groups = groups;
        this.explanations = explanations;
        this.shelf = shelf;
        this.derived = derived;
    }

    @GET
    @Needs(Role.READER)
    @Operation(
            operationId = "entry",
            summary = "One entry with its postings, what they rest on, and how each amount came to be")
    public EntryView entry(
            @PathParam("id") @Parameter(example = "sales-0-0") String id,
            @QueryParam("book") @DefaultValue(Groups.ACTUAL) String book) {
        EntryRow row = EntryId.parse(id)
                .flatMap(entries::byId)
                .filter(found -> groups.sees(found.group()))
                .orElseThrow(() -> unknown(id));
        Groups.Known known = groups.known(row.group());
        return switch (shelf.open(known, book)) {
            case OpenBook.Actual _ -> explanations.explained(known.group(), row);
            case OpenBook.Other other ->
                inBook(known, row, derived.byId(other, row.id()).orElseThrow(() -> unknown(id)));
        };
    }

    /** What the book posts just as the actual one does has the same reasons. */
    private EntryView inBook(Groups.Known known, EntryRow actual, EntryRow other) {
        return other.postings().equals(actual.postings())
                ? explanations.explained(known.group(), actual)
                : EntryView.unexplained(known.group().asset(), other, Explanations.DERIVED);
    }

    private static ProblemException unknown(String id) {
        return Problems.UNKNOWN_ENTRY.because(
                "No entry is named " + id + "; a name is like sales-3-1042: topic, partition and offset.");
    }
}
