package dev.triad.access.web;

import dev.triad.access.Caller;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Signing a browser in and out. The cookie holds the token: it goes to this host alone, to no other site, to no script, and
 * over TLS alone where the request came over TLS.
 */
@ApplicationScoped
public class Sessions {
    private static final String COOKIE = AccessFilter.COOKIE + "=%s; Path=/; HttpOnly; SameSite=Strict; Max-Age=%d%s";
    private static final String HTTPS = "https";

    private final AccessSettings settings;
    private final Tokens tokens;
    private final RoutingContext routing;

    Sessions(AccessSettings settings, Tokens tokens, RoutingContext routing) {
        this.settings = settings;
        this.tokens = tokens;
        this.routing = routing;
    }

    /**
     * Somebody who has signed in.
     *
     * @param cookie the header that has the browser keep it
     */
    public record Begun(Caller caller, String cookie) {}

    public boolean isControlled() {
        return settings.enabled();
    }

    /** Who asks; empty when nobody knows. */
    public Optional<Caller> current() {
        if (!isControlled()) {
            return Optional.of(Caller.ANYBODY);
        }
        HttpServerRequest request = routing.request();
        Cookie cookie = request.getCookie(AccessFilter.COOKIE);
        return Presented.of(request.getHeader(HttpHeaders.AUTHORIZATION), cookie == null ? null : cookie.getValue())
                .flatMap(presented -> tokens.holder(presented.token()));
    }

    /** Signs in with a token; empty when it cannot be trusted. Where nobody is asked who they are, nothing is kept. */
    public Optional<Begun> begin(String token) {
        if (!isControlled()) {
            return Optional.of(new Begun(Caller.ANYBODY, end()));
        }
        return tokens.holder(token)
                .map(caller -> new Begun(
                        caller,
                        cookie(
                                token,
                                Math.max(
                                        0,
                                        Duration.between(Instant.now(), caller.expiresAt())
                                                .toSeconds()))));
    }

    /** The header that has the browser forget the token. */
    public String end() {
        return cookie("", 0);
    }

    private String cookie(String token, long seconds) {
        String secure = HTTPS.equals(routing.request().scheme()) ? "; Secure" : "";
        return COOKIE.formatted(token, seconds, secure);
    }
}
