package dev.triad.ledger.console;

import java.net.URI;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A units' service and where a browser reaches it. */
public record UnitService(
        @Schema(description = "store, cloud or device") String name,

        @Schema(description = "http or https, host and port", examples = "http://localhost:8081")
        String url) {
    private static final Set<String> SCHEMES = Set.of("http", "https");

    /** Whatever else stood in an address would become part of the page's security policy. */
    static UnitService of(String name, URI address) {
        String scheme = address.getScheme();
        String authority = address.getRawAuthority();
        String origin = scheme + "://" + authority;
        if (scheme == null
                || !SCHEMES.contains(scheme)
                || address.getHost() == null
                || address.getRawUserInfo() != null
                || !address.toString().equals(origin)) {
            throw new IllegalArgumentException(
                    "triad.services.%s must be like http://localhost:8081, without a path, not %s"
                            .formatted(name, address));
        }
        return new UnitService(name, origin);
    }
}
