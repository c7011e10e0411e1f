package dev.triad.cli.ask;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code triad statement} lists what moved an account. */
@Command(
        name = "statement",
        description = "Lists what moved an account, in the order in which it happened, with the running balance.",
        sortOptions = false,
        footer = {
            "",
            "Examples:",
            "  ./triad statement store:assets:cash --group amazon --from 2026-01-01 --to 2026-01-02",
            "  ./triad statement cloud:revenue:intersegment:store:compute --group amazon --csv > statement.csv"
        })
@SuppressWarnings("NullAway.Init") // picocli sets the fields before call().
public final class StatementCommand extends AskCommand {
    private static final int PAGE = 500;

    @Parameters(paramLabel = "ACCOUNT", description = "The account's full name, as ./triad accounts lists it.")
    private String account;

    @Mixin
    private final GroupOption group = new GroupOption();

    @Mixin
    private final BookOption book = new BookOption();

    @Mixin
    private final SpanOptions span = new SpanOptions();

    @Mixin
    private final LimitOption limit = new LimitOption();

    @Override
    Report ask(LedgerClient client) {
        Question question = span.of(Question.of("groups", group.of(client), "accounts", account, "statement")
                .with("book", book.name()));
        ObjectNode statement = Pages.joined(client::json, question, "lines", "closingBalance", limit.limit(), PAGE);
        Sheet lines = lines(statement);
        String note = Notes.more(statement, lines.rows().size());
        return new Report(statement.toString(), List.of(withBalances(statement, lines)), lines, note);
    }

    static Sheet lines(JsonNode statement) {
        List<List<String>> rows = statement
                .path("lines")
                .valueStream()
                .map(line -> Cells.of(line, "time", "entry", "rule", "source", "event", "amount", "balance"))
                .toList();
        return new Sheet(
                Notes.caption("Statement of " + statement.path("account").asText(), statement),
                statement.path("asset").asText(),
                List.of(
                        Column.text("time"),
                        Column.text("entry"),
                        Column.text("rule"),
                        Column.text("source"),
                        Column.text("event"),
                        Column.amount("amount"),
                        Column.amount("balance")),
                rows);
    }

    /** The lines between what was there before them and what is there after. */
    static Sheet withBalances(JsonNode statement, Sheet lines) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(balance("opening balance", statement.path("openingBalance")));
        rows.addAll(lines.rows());
        rows.add(balance("closing balance", statement.path("closingBalance")));
        return new Sheet(lines.caption(), lines.asset(), lines.columns(), rows);
    }

    private static List<String> balance(String what, JsonNode balance) {
        return List.of(what, "", "", "", "", "", Cells.of(balance));
    }
}
