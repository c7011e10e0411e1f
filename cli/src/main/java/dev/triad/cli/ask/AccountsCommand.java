package dev.triad.cli.ask;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code triad accounts} lists a group's accounts with their balances. */
@Command(
        name = "accounts",
        description = "Lists a group's accounts with their balances, debits positive.",
        sortOptions = false,
        footer = {
            "",
            "Examples:",
            "  ./triad accounts --group amazon --unit store",
            "  ./triad accounts --group amazon --prefix cloud:revenue --as-of 2026-04-01",
            "  ./triad accounts --group amazon --csv > accounts.csv"
        })
public final class AccountsCommand extends AskCommand {
    private static final int PAGE = 1_000;

    @Mixin
    private final GroupOption group = new GroupOption();

    @Mixin
    private final BookOption book = new BookOption();

    @Option(names = "--unit", paramLabel = "U", description = "The accounts of this unit alone.")
    private @Nullable String unit;

    @Option(
            names = "--prefix",
            paramLabel = "NAME",
            description = "The accounts whose names begin so, such as store:revenue.")
    private @Nullable String prefix;

    @Option(
            names = "--as-of",
            paramLabel = "TIME",
            description = "The balances at this moment, itself included: a time, or a date for its first moment.")
    private @Nullable String asOf;

    @Mixin
    private final LimitOption limit = new LimitOption();

    @Override
    Report ask(LedgerClient client) {
        Question question = Question.of("groups", group.of(client), "accounts")
                .with("book", book.name())
                .with("unit", unit)
                .with("prefix", prefix)
                .with("asOf", asOf);
        ObjectNode accounts = Pages.joined(client::json, question, "accounts", "", limit.limit(), PAGE);
        Sheet sheet = sheet(accounts);
        return new Report(
                accounts.toString(),
                List.of(sheet),
                sheet,
                Notes.more(accounts, sheet.rows().size()));
    }

    static Sheet sheet(JsonNode accounts) {
        List<List<String>> rows = accounts.path("accounts")
                .valueStream()
                .map(account -> Cells.of(account, "account", "unit", "debit", "credit", "balance", "postings"))
                .toList();
        return new Sheet(
                Notes.caption("Accounts", accounts),
                accounts.path("asset").asText(),
                List.of(
                        Column.text("account"),
                        Column.text("unit"),
                        Column.amount("debit"),
                        Column.amount("credit"),
                        Column.amount("balance"),
                        Column.number("postings")),
                rows);
    }
}
