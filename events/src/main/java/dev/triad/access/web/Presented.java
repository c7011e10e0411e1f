package dev.triad.access.web;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A token as it came.
 *
 * @param byCookie whether a browser sent it along by itself, whatever page had it ask
 */
record Presented(String token, boolean byCookie) {
    private static final String SCHEME = "bearer ";

    /** The token of a request; what its header says goes before the cookie. */
    static Optional<Presented> of(@Nullable String authorization, @Nullable String cookie) {
        if (authorization != null) {
            return authorization.toLowerCase(Locale.ROOT).startsWith(SCHEME)
                    ? Optional.of(new Presented(
                            authorization.substring(SCHEME.length()).strip(), false))
                    : Optional.empty();
        }
        return cookie == null || cookie.isEmpty() ? Optional.empty() : Optional.of(new Presented(cookie, true));
    }
}
