package dev.triad.cli.ask;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;

/** {@code triad books} lists the what-if books; its own commands compare, make and delete them. */
@Command(
        name = "books",
        description = "Lists the books beside the actual ones: the same events by another policy.",
        sortOptions = false,
        subcommands = {BooksCompareCommand.class, BooksCreateCommand.class, BooksDeleteCommand.class},
        footer = {
            "",
            "Examples:",
            "  ./triad books",
            "  ./triad books create free-cloud --group amazon --transfer-price free",
            "  ./triad books compare actual free-cloud --group amazon --metric operating-income",
            "  ./triad books delete free-cloud"
        })
public final class BooksCommand extends AskCommand {
    @Override
    Report ask(LedgerClient client) {
        String answer = client.text(Question.of("books"));
        return Report.of(answer, sheet(client.parsed(answer).path("books")));
    }

    static Sheet sheet(Iterable<JsonNode> books) {
        List<List<String>> rows = new ArrayList<>();
        books.forEach(book -> rows.add(List.of(
                Cells.of(book.path("book")),
                Cells.of(book.path("group")),
                Cells.of(book.path("state")),
                Cells.of(book.path("progress").path("entriesRead")),
                Cells.of(book.path("progress").path("entriesTotal")),
                Cells.of(book.path("policy").path("transferPrice").path("method")),
                Cells.of(book.path("title")))));
        return new Sheet(
                "Books beside the actual ones",
                "",
                List.of(
                        Column.text("book"),
                        Column.text("group"),
                        Column.text("state"),
                        Column.number("entries read"),
                        Column.number("of"),
                        Column.text("transfer price"),
                        Column.text("title")),
                rows);
    }
}
