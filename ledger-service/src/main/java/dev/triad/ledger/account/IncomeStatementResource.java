package dev.triad.ledger.account;

import dev.triad.access.Needs;
import dev.triad.access.Role;
import dev.triad.events.Asset;
import dev.triad.ledger.book.Bookshelf;
import dev.triad.ledger.book.OpenBook;
import dev.triad.ledger.group.Groups;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** A unit's income statement. */
@Path("/api/v1/groups/{group}/units/{unit}/income-statement")
@Tag(name = "Accounts")
public class IncomeStatementResource {
    /** An account's part. */
    public record AccountLine(String account, String amount) {}

    /** A part of the statement. */
    public record SectionView(String section, String amount, List<AccountLine> accounts) {}

    /** The statement: external revenue less returns, plus intersegment revenue, less all expenses. */
    public record IncomeStatementView(
            String group,
            String unit,
            String book,
            String asset,
            @Nullable Instant from,
            @Nullable Instant to,
            List<SectionView> sections,
            String operatingIncome) {}

    private final Groups groups;
    private final Bookshelf shelf;
    private final Balances balances;

    IncomeStatementResource(Groups groups, Bookshelf shelf, Balances balances) {
        this.groups = groups;
        this.shelf = shelf;
        this.balances = balances;
    }

    @GET
    @Needs(Role.READER)
    @Operation(operationId = "incomeStatement", summary = "A unit's income statement for any span of time")
    public IncomeStatementView incomeStatement(
            @PathParam("group") @Parameter(example = "amazon") String group,
            @PathParam("unit") @Parameter(example = "store") String unit,
            @QueryParam("book") @DefaultValue(Groups.ACTUAL) String book,
            @QueryParam("from") @Parameter(description = "inclusive") @Nullable String from,
            @QueryParam("to") @Parameter(description = "exclusive") @Nullable String to) {
        Groups.Known known = groups.withUnit(group, unit);
        OpenBook open = shelf.open(known, book);
        Instant start = TimeParameter.parse("from", from);
        Instant end = TimeParameter.parse("to", to);
        TimeParameter.requireOrder(start, end);
        IncomeStatement statement = IncomeStatement.of(
                unit,
                balances.turnovers(open, AccountFilter.ofUnit(known.id(), unit), start, end)
                        .values());
        Asset asset = known.group().asset();
        return new IncomeStatementView(
                group,
                unit,
                book,
                asset.toString(),
                start,
                end,
                statement.sections().stream()
                        .map(section -> section(asset, section))
                        .toList(),
                asset.format(statement.operatingIncome()));
    }

    private static SectionView section(Asset asset, IncomeStatement.Section section) {
        return new SectionView(
                section.line().code(),
                asset.format(section.amount()),
                section.accounts().stream()
                        .map(account -> new AccountLine(
                                account.account(), asset.format(section.line().shown(account.balance()))))
                        .toList());
    }
}
