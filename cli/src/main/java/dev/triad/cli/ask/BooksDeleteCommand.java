package dev.triad.cli.ask;

import dev.triad.cli.ExitCode;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code triad books delete} deletes a what-if book; the actual one cannot be. */
@Command(
        name = "delete",
        description = "Deletes a book and gives back the space that it took; no event is touched.",
        sortOptions = false,
        footer = {"", "Example:", "  ./triad books delete free-cloud"})
@SuppressWarnings("NullAway.Init") // picocli sets the fields before call().
final class BooksDeleteCommand implements Callable<Integer> {
    @Parameters(paramLabel = "NAME", description = "The book.")
    private String name;

    @Mixin
    private final LedgerOption ledger = new LedgerOption();

    @Override
    public Integer call() {
        try (LedgerClient client = ledger.open()) {
            client.delete(Question.of("books", name));
            return ExitCode.OK;
        }
    }
}
