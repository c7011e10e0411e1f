package dev.triad.cli.access;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Who asks, for a ledger that wants to know. */
public final class TokenOption {
    @Option(
            names = "--token",
            paramLabel = "JWT",
            description = "Says who asks, where the ledger wants to know; better by the environment variable"
                    + " TRIAD_TOKEN, which other users do not see.")
    private @Nullable String token;

    public Token token() {
        return Token.of(token);
    }
}
