package dev.triad.ledger.consolidation;

import dev.triad.access.Needs;
import dev.triad.access.Role;
import dev.triad.events.Asset;
import dev.triad.ledger.account.BookSpan;
import dev.triad.ledger.account.Figures;
import dev.triad.ledger.account.IncomeLine;
import dev.triad.ledger.book.Bookshelf;
import dev.triad.ledger.group.Groups;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** From the units' income statements to the group's. */
@Path("/api/v1/groups/{group}/consolidation")
@Tag(name = "Accounts")
public class ConsolidationResource {
    /** The lines of an income statement by name, and what they come to. */
    public record StatementLines(Map<String, String> lines, String operatingIncome) {}

    /** A unit's income statement. */
    public record UnitStatement(String unit, StatementLines statement) {}

    /** What one unit charged another, as each of them has it on its books. */
    public record EliminationView(
            String provider,
            String consumer,
            String intersegmentRevenue,
            String intersegmentExpense,
            String receivable,
            String payable,

            @Schema(description = "What does not eliminate; always zero")
            String difference) {}

    /** The units' statements, plus the eliminations, make the group's. */
    public record ConsolidationView(
            String group,
            String book,
            String asset,
            @Nullable Instant from,
            @Nullable Instant to,
            List<UnitStatement> units,

            @Schema(description = "Whether every pair of units eliminates to zero")
            boolean eliminated,

            List<EliminationView> pairs,
            StatementLines eliminations,
            StatementLines consolidated) {}

    private final Groups groups;
    private final Bookshelf shelf;
    private final Figures figures;

    ConsolidationResource(Groups groups, Bookshelf shelf, Figures figures) {
        this.groups = groups;
        this.shelf = shelf;
        this.figures = figures;
    }

    @GET
    @Needs(Role.READER)
    @Operation(
            operationId = "consolidation",
            summary = "The units' income statements, what eliminates between them, and the group's")
    public ConsolidationView consolidation(@BeanParam BookSpan span) {
        BookSpan.Asked asked = span.ask(groups, shelf);
        Asset asset = asked.asset();
        Consolidation consolidation =
                Consolidation.of(asked.known().group().units().keySet(), figures.balances(asked));
        return new ConsolidationView(
                asked.group(),
                asked.book(),
                asset.toString(),
                asked.from(),
                asked.to(),
                consolidation.units().entrySet().stream()
                        .map(unit -> new UnitStatement(unit.getKey(), view(asset, unit.getValue())))
                        .toList(),
                consolidation.isEliminated(),
                consolidation.eliminations().stream()
                        .map(pair -> view(asset, pair))
                        .toList(),
                view(asset, consolidation.eliminated()),
                view(asset, consolidation.consolidated()));
    }

    private static StatementLines view(Asset asset, Consolidation.Statement statement) {
        Map<String, String> lines = new LinkedHashMap<>();
        for (IncomeLine line : IncomeLine.values()) {
            lines.put(line.code(), asset.format(statement.amount(line)));
        }
        return new StatementLines(lines, asset.format(statement.operatingIncome()));
    }

    private static EliminationView view(Asset asset, Consolidation.Elimination pair) {
        return new EliminationView(
                pair.provider(),
                pair.consumer(),
                asset.format(pair.revenue()),
                asset.format(pair.expense()),
                asset.format(pair.receivable()),
                asset.format(pair.payable()),
                asset.format(pair.difference()));
    }
}
