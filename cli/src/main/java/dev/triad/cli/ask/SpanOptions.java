package dev.triad.cli.ask;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which time is asked for. */
public final class SpanOptions {
    @Option(
            names = "--from",
            paramLabel = "TIME",
            description = "From this moment on: a date, or a time such as 2026-01-31T09:30:00Z.")
    private @Nullable String from;

    @Option(names = "--to", paramLabel = "TIME", description = "Up to this moment, which is itself left out.")
    private @Nullable String to;

    public Question of(Question question) {
        return question.with("from", from).with("to", to);
    }
}
