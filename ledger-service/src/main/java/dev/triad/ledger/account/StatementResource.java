package dev.triad.ledger.account;

import dev.triad.access.Needs;
import dev.triad.access.Role;
import dev.triad.events.Asset;
import dev.triad.ledger.book.Bookshelf;
import dev.triad.ledger.book.OpenBook;
import dev.triad.ledger.group.Groups;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** An account's statement. */
@Path("/api/v1/groups/{group}/accounts/{account}/statement")
@Tag(name = "Accounts")
public class StatementResource {
    static final int PAGE_MAX = 500;

    /** One line: what an entry did to the account, its balance afterwards, and when it happened if it was late. */
    public record Line(
            Instant time,
            String entry,
            String rule,
            String source,
            String event,
            String amount,
            String balance,
            @Nullable Instant occurredAt) {}

    /** A page of a statement; the cursor of the next one, or none at the end. */
    public record Statement(
            String group,
            String account,
            String book,
            String asset,
            @Nullable Instant from,
            @Nullable Instant to,
            String openingBalance,
            List<Line> lines,
            String closingBalance,
            @Nullable String nextCursor) {}

    private final Groups groups;
    private final Bookshelf shelf;
    private final Statements statements;

    StatementResource(Groups groups, Bookshelf shelf, Statements statements) {
        this.groups = groups;
        this.shelf = shelf;
        this.statements = statements;
    }

    @GET
    @Needs(Role.READER)
    @Operation(
            operationId = "statement",
            summary = "What moved an account, in the order in which it happened, with the running balance")
    public Statement statement(
            @PathParam("group") @Parameter(example = "amazon") String group,
            @PathParam("account") @Parameter(example = "store:assets:cash") String account,
            @QueryParam("book") @DefaultValue(Groups.ACTUAL) String book,
            @QueryParam("from") @Parameter(description = "inclusive") @Nullable String from,
            @QueryParam("to") @Parameter(description = "exclusive") @Nullable String to,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("100") @Min(1) @Max(PAGE_MAX) int limit) {
        Groups.Known known = groups.known(group);
        OpenBook open = shelf.open(known, book);
        Instant start = TimeParameter.parse("from", from);
        Instant end = TimeParameter.parse("to", to);
        TimeParameter.requireOrder(start, end);
        Statements.Page page = statements.page(
                open, known.id(), account, start, end, cursor == null ? null : StatementCursor.parse(cursor), limit);
        return view(group, account, book, known.group().asset(), start, end, page);
    }

    private static Statement view(
            String group,
            String account,
            String book,
            Asset asset,
            @Nullable Instant from,
            @Nullable Instant to,
            Statements.Page page) {
        List<Line> lines = new ArrayList<>();
        BigInteger balance = page.opening();
        for (EntryRow entry : page.entries()) {
            long amount = entry.amount(account);
            balance = balance.add(BigInteger.valueOf(amount));
            lines.add(new Line(
                    entry.time(),
                    entry.id().toString(),
                    entry.rule().code(),
                    entry.source(),
                    entry.eventId().toString(),
                    asset.format(amount),
                    asset.format(balance),
                    entry.occurredAt()));
        }
        return new Statement(
                group,
                account,
                book,
                asset.toString(),
                from,
                to,
                asset.format(page.opening()),
                lines,
                asset.format(balance),
                page.more()
                        ? new StatementCursor(
                                        page.entries().getLast().time(),
                                        page.entries().getLast().id())
                                .toString()
                        : null);
    }
}
