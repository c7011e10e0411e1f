package dev.triad.access.web;

import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which pages may have a browser change something with the cookie that it holds. SameSite keeps other sites out; a site,
 * though, is a host with all its ports, and so the page's own origin is looked at as well.
 */
final class Origins {
    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

    private Origins() {}

    static boolean changesNothing(String method) {
        return SAFE.contains(method);
    }

    /**
     * Whether a page is the service's own or one of those that are configured.
     *
     * @param origin the header of that name; null when there was none, which a browser always sends here
     * @param authority host and port by which the service was asked
     */
    static boolean isTrusted(@Nullable String origin, String authority, Set<String> configured) {
        return origin != null && (configured.contains(origin) || authority.equalsIgnoreCase(authorityOf(origin)));
    }

    private static @Nullable String authorityOf(String origin) {
        try {
            return URI.create(origin).getRawAuthority();
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
