package dev.triad.ledger.account;

import dev.triad.access.Needs;
import dev.triad.access.Role;
import dev.triad.events.Asset;
import dev.triad.ledger.book.Bookshelf;
import dev.triad.ledger.book.OpenBook;
import dev.triad.ledger.group.Groups;
import dev.triad.ledger.posting.AccountNames;
import dev.triad.ledger.problem.Problems;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The chart of accounts with its balances. */
@Path("/api/v1/groups/{group}")
@Tag(name = "Accounts")
public class AccountResource {
    static final int PAGE_MAX = 1_000;

    /** An account; a positive balance is a debit balance. */
    public record AccountView(
            String account, String unit, String debit, String credit, String balance, long postings) {}

    /** A page of accounts; the cursor of the next one, or none at the end. */
    public record AccountsPage(
            String group,
            String book,
            String asset,
            @Nullable Instant asOf,
            List<AccountView> accounts,
            @Nullable String nextCursor) {}

    /** Every account of a group; the totals are over all of them. */
    public record TrialBalance(
            String group,
            String book,
            String asset,
            @Nullable Instant asOf,
            String debit,
            String credit,
            String difference,
            boolean balanced,
            List<AccountView> accounts) {}

    private final Groups groups;
    private final Bookshelf shelf;
    private final Balances balances;

    AccountResource(Groups groups, Bookshelf shelf, Balances balances) {
        this.groups = groups;
        this.shelf = shelf;
        this.balances = balances;
    }

    @GET
    @Needs(Role.READER)
    @Path("/accounts")
    @Operation(operationId = "accounts", summary = "Accounts with their balances at any time")
    public AccountsPage accounts(
            @PathParam("group") @Parameter(example = "amazon") String group,
            @QueryParam("book") @DefaultValue(Groups.ACTUAL) String book,
            @QueryParam("unit") @Parameter(example = "store") @Nullable String unit,
            @QueryParam("prefix") @DefaultValue("") @Parameter(example = "store:revenue") String prefix,
            @QueryParam("asOf")
                    @Parameter(description = "A time, inclusive, or a date for its first moment in UTC")
                    @Nullable
                    String asOf,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("200") @Min(1) @Max(PAGE_MAX) int limit) {
        Groups.Known known = groups.known(group);
        OpenBook open = shelf.open(known, book);
        Instant time = TimeParameter.parse("asOf", asOf);
        List<AccountView> page = balances
                .turnovers(
                        open,
                        new AccountFilter(known.id(), List.of(), unit, prefix, ""),
                        null,
                        TimeParameter.after(time))
                .values()
                .stream()
                .filter(turnover -> cursor == null || turnover.account().compareTo(cursor) > 0)
                .limit(limit + 1L)
                .map(turnover -> view(known.group().asset(), turnover))
                .toList();
        boolean more = page.size() > limit;
        List<AccountView> accounts = more ? page.subList(0, limit) : page;
        return new AccountsPage(
                group,
                book,
                known.group().asset().toString(),
                time,
                accounts,
                more ? accounts.getLast().account() : null);
    }

    @GET
    @Needs(Role.READER)
    @Path("/accounts/{account}")
    @Operation(operationId = "account", summary = "One account with its balance at any time")
    public AccountView account(
            @PathParam("group") @Parameter(example = "amazon") String group,
            @PathParam("account") @Parameter(example = "store:assets:cash") String account,
            @QueryParam("book") @DefaultValue(Groups.ACTUAL) String book,
            @QueryParam("asOf") @Nullable String asOf) {
        Groups.Known known = groups.known(group);
        OpenBook open = shelf.open(known, book);
        Instant time = TimeParameter.parse("asOf", asOf);
        Turnover turnover = balances.turnovers(
                        open, AccountFilter.named(known.id(), account), null, TimeParameter.after(time))
                .get(account);
        if (turnover == null) {
            throw Problems.UNKNOWN_ACCOUNT.because("The group " + group + " has no account of that name at that time.");
        }
        return view(known.group().asset(), turnover);
    }

    @GET
    @Needs(Role.READER)
    @Path("/trial-balance")
    @Operation(
            operationId = "trialBalance",
            summary = "Every account's balance; they sum to zero, or it says by how much not")
    public TrialBalance trialBalance(
            @PathParam("group") @Parameter(example = "amazon") String group,
            @QueryParam("book") @DefaultValue(Groups.ACTUAL) String book,
            @QueryParam("asOf") @Nullable String asOf) {
        Groups.Known known = groups.known(group);
        OpenBook open = shelf.open(known, book);
        Asset asset = known.group().asset();
        Instant time = TimeParameter.parse("asOf", asOf);
        Map<String, Turnover> turnovers =
                balances.turnovers(open, AccountFilter.all(known.id()), null, TimeParameter.after(time));
        BigInteger debit = BigInteger.ZERO;
        BigInteger credit = BigInteger.ZERO;
        for (Turnover turnover : turnovers.values()) {
            debit = debit.add(turnover.balance().max(BigInteger.ZERO));
            credit = credit.add(turnover.balance().min(BigInteger.ZERO).negate());
        }
        return new TrialBalance(
                group,
                book,
                asset.toString(),
                time,
                asset.format(debit),
                asset.format(credit),
                asset.format(debit.subtract(credit)),
                debit.equals(credit),
                turnovers.values().stream()
                        .map(turnover -> view(asset, turnover))
                        .toList());
    }

    private static AccountView view(Asset asset, Turnover turnover) {
        return new AccountView(
                turnover.account(),
                AccountNames.unitOf(turnover.account()),
                asset.format(turnover.debit()),
                asset.format(turnover.credit()),
                asset.format(turnover.balance()),
                turnover.postings());
    }
}
