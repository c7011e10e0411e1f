package dev.triad.cli.ask;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code triad books compare} puts books side by side. */
@Command(
        name = "compare",
        description = "Puts books side by side, unit by unit or pair by pair, and says how far each is from the first.",
        sortOptions = false,
        footer = {
            "",
            "Example:",
            "  ./triad books compare actual free-cloud --group amazon --metric imputed-subsidy --to 2026-04-01"
        })
@SuppressWarnings("NullAway.Init") // picocli sets the fields before call().
final class BooksCompareCommand extends AskCommand {
    @Parameters(arity = "2..*", paramLabel = "BOOK", description = "Books; actual is the one that always exists.")
    private List<String> books;

    @Mixin
    private final GroupOption group = new GroupOption();

    @Option(
            names = "--metric",
            paramLabel = "METRIC",
            defaultValue = "operating-income",
            description = "operating-income, intersegment-revenue, external-revenue or imputed-subsidy"
                    + " (${DEFAULT-VALUE}).")
    private String metric;

    @Mixin
    private final SpanOptions span = new SpanOptions();

    @Override
    Report ask(LedgerClient client) {
        String answer = client.text(span.of(Question.of("books", "compare")
                .with("group", group.of(client))
                .with("books", String.join(",", books))
                .with("metric", metric)));
        return Report.of(answer, sheet(client.parsed(answer)));
    }

    static Sheet sheet(JsonNode comparison) {
        return new Sheet(
                Notes.caption(comparison.path("metric").asText(), comparison),
                comparison.path("asset").asText(),
                List.of(
                        Column.text("unit"),
                        Column.text("recipient"),
                        Column.text("book"),
                        Column.amount("amount"),
                        Column.amount("difference")),
                comparison
                        .path("rows")
                        .valueStream()
                        .flatMap(BooksCompareCommand::values)
                        .toList());
    }

    /** A row for each book; where pairs are compared, the unit is the one that grants. */
    private static Stream<List<String>> values(JsonNode row) {
        String unit = Cells.of(row.path("unit")) + Cells.of(row.path("grantor"));
        return row.path("values")
                .valueStream()
                .map(value -> List.of(
                        unit,
                        Cells.of(row.path("recipient")),
                        Cells.of(value.path("book")),
                        Cells.of(value.path("amount")),
                        Cells.of(value.path("difference"))));
    }
}
