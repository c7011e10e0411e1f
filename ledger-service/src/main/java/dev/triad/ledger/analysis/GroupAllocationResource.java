package dev.triad.ledger.analysis;

import dev.triad.access.Needs;
import dev.triad.access.Role;
import dev.triad.ledger.account.BookSpan;
import dev.triad.ledger.account.Figures;
import dev.triad.ledger.allocation.Departments;
import dev.triad.ledger.book.Bookshelf;
import dev.triad.ledger.group.Groups;
import dev.triad.ledger.problem.Problems;
import dev.triad.ledger.provision.Money;
import dev.triad.ledger.provision.ServiceDepartments;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The three methods of allocating shared cost on a group's own accounts. */
@Path("/api/v1/groups/{group}/allocations")
@Tag(name = "Subsidies")
public class GroupAllocationResource {
    /** What the group's units and customers cost by each method; amounts are shown to the smallest unit. */
    public record GroupAllocationView(
            String group,
            String book,
            String asset,
            @Nullable Instant from,
            @Nullable Instant to,
            AllocationView allocation) {}

    private final Groups groups;
    private final Bookshelf shelf;
    private final Figures figures;
    private final Allocations allocations;

    GroupAllocationResource(Groups groups, Bookshelf shelf, Figures figures, Allocations allocations) {
        this.groups = groups;
        this.shelf = shelf;
        this.figures = figures;
        this.allocations = allocations;
    }

    @GET
    @Needs(Role.READER)
    @Operation(
            operationId = "groupAllocation",
            summary = "Shared cost allocated to units and outside customers: direct, step-down and reciprocal",
            description =
                    "Units that charge others are services, used as their use comes to at the reference price; what a"
                            + " unit spends outside the group is its direct cost.")
    public GroupAllocationView allocation(@BeanParam BookSpan span) {
        BookSpan.Asked asked = span.ask(groups, shelf);
        try {
            Departments departments =
                    ServiceDepartments.of(asked.known().group().units().keySet(), figures.balances(asked));
            return new GroupAllocationView(
                    asked.group(),
                    asked.book(),
                    asked.asset().toString(),
                    asked.from(),
                    asked.to(),
                    allocations.view(
                            departments, departments.usualOrder(), amount -> Money.format(asked.asset(), amount)));
        } catch (IllegalArgumentException e) {
            throw Problems.NOT_ALLOCABLE.because("In this span, " + e.getMessage() + ".");
        }
    }
}
