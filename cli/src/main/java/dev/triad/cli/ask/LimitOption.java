package dev.triad.cli.ask;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** How much of a long list is fetched, page by page. */
@SuppressWarnings("NullAway.Init") // picocli sets the fields before the command runs.
final class LimitOption {
    /** More is what the export is for, which needs no memory for it. */
    private static final int LIMIT_MAX = 100_000;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "1000",
            description = "How many to fetch at most, over as many pages as it takes (${DEFAULT-VALUE}).")
    private int limit;

    int limit() {
        if (limit < 1 || limit > LIMIT_MAX) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--limit must be 1 to %,d, not %d; ./triad export gives everything.".formatted(LIMIT_MAX, limit));
        }
        return limit;
    }
}
