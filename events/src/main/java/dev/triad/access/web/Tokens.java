package dev.triad.access.web;

import dev.triad.access.Caller;
import io.smallrye.jwt.auth.principal.JWTParser;
import io.smallrye.jwt.auth.principal.ParseException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.JsonArray;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Verifies tokens: signature, issuer, audience and time, by MicroProfile's settings. */
@ApplicationScoped
public class Tokens {
    /** The longest token that is looked at, in characters: a browser keeps no longer cookie. */
    public static final int LENGTH_MAX = 4_000;

    private static final Logger LOG = Logger.getLogger(Tokens.class);

    private final JWTParser parser;

    Tokens(JWTParser parser) {
        this.parser = parser;
    }

    /** Who holds a token; empty when it cannot be trusted. The log says why, and never what the token was. */
    public Optional<Caller> holder(String token) {
        if (token.length() > LENGTH_MAX) {
            return Optional.empty();
        }
        try {
            JsonWebToken verified = parser.parse(token);
            return Optional.of(Caller.of(
                    verified.getName(),
                    verified.getGroups() == null ? Set.of() : verified.getGroups(),
                    texts(verified.getClaim(Caller.GROUPS_CLAIM)),
                    Instant.ofEpochSecond(verified.getExpirationTime())));
        } catch (ParseException e) {
            LOG.debugf("a token was refused reason=%s", e.getMessage());
            return Optional.empty();
        }
    }

    private static List<String> texts(@Nullable Object claim) {
        return claim instanceof JsonArray array
                ? array.getValuesAs(JsonValue.class).stream()
                        .filter(JsonString.class::isInstance)
                        .map(text -> ((JsonString) text).getString())
                        .toList()
                : List.of();
    }
}
