package dev.triad.cli.access;

import dev.triad.cli.CommandException;
import dev.triad.cli.ExitCode;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The token that says who asks, if there is one. It is shown to the ledger alone, and never printed. */
public final class Token {
    /** The environment variable that holds one: other users of the machine see a command's options, but not this. */
    public static final String VARIABLE = "TRIAD_TOKEN";

    /** For a ledger that does not ask. */
    public static final Token NONE = new Token(null);

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9._~+/=-]+");
    private static final int UNAUTHENTICATED = 401;
    private static final int FORBIDDEN = 403;

    private final @Nullable String text;

    private Token(@Nullable String text) {
        this.text = text;
    }

    /**
     * What was given as an option, or else by the environment.
     *
     * @throws CommandException when it is no token at all
     */
    public static Token of(@Nullable String option) {
        String given = option == null ? System.getenv(VARIABLE) : option;
        if (given == null || given.isBlank()) {
            return NONE;
        }
        String text = given.strip();
        if (!FORM.matcher(text).matches()) {
            throw new CommandException(
                    "What --token or %s gives is no token: it holds other characters than a token can."
                            .formatted(VARIABLE),
                    ExitCode.USAGE);
        }
        return new Token(text);
    }

    /** The same request, with the token. */
    public HttpRequest.Builder on(HttpRequest.Builder request) {
        return text == null ? request : request.header("Authorization", "Bearer " + text);
    }

    /** Whether an answer of this status says that who asks may not. */
    public static boolean isRefused(int status) {
        return status == UNAUTHENTICATED || status == FORBIDDEN;
    }

    /**
     * What to tell when the ledger refused.
     *
     * @param why what it said itself
     */
    public CommandException refused(URI ledger, int status, String why) {
        return new CommandException(sentence(ledger, status, why), ExitCode.DENIED);
    }

    private String sentence(URI ledger, int status, String why) {
        if (status == FORBIDDEN) {
            return "The ledger at %s does not let the token's holder do that: %s".formatted(ledger, why);
        }
        return text == null
                ? "The ledger at %s wants to know who asks: give a token with %s or --token; ./triad token makes one for a local stack."
                        .formatted(ledger, VARIABLE)
                : "The ledger at %s does not accept the token: it has expired, or another issuer made it. Get a new one."
                        .formatted(ledger);
    }
}
