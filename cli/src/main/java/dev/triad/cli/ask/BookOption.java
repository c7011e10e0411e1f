package dev.triad.cli.ask;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which of a group's books is asked. */
final class BookOption {
    @Option(names = "--book", paramLabel = "BOOK", description = "A what-if book instead of the actual one.")
    private @Nullable String book;

    @Nullable
    String name() {
        return book;
    }
}
