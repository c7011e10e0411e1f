package dev.triad.access.web;

import io.quarkus.runtime.Startup;
import jakarta.annotation.PostConstruct;
import jakarta.inject.Singleton;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Whether access is controlled, and by whose tokens. Without the issuer and the key that this takes, a service does not
 * start.
 */
@Startup
@Singleton
public class AccessSettings {
    static final String KEY_LOCATION = "mp.jwt.verify.publickey.location";
    static final String ISSUER = "mp.jwt.verify.issuer";

    private static final String FILE = "file";

    private final boolean enabled;
    private final Optional<String> issuer;
    private final Optional<String> keyLocation;
    private final Set<String> origins;

    AccessSettings(
            @ConfigProperty(name = "triad.access.enabled", defaultValue = "false") boolean enabled,
            @ConfigProperty(name = ISSUER) Optional<String> issuer,
            @ConfigProperty(name = KEY_LOCATION) Optional<String> keyLocation,
            @ConfigProperty(name = "quarkus.http.cors.origins") Optional<Set<String>> origins) {
        this.enabled = enabled;
        this.issuer = issuer;
        this.keyLocation = keyLocation;
        this.origins = Set.copyOf(origins.orElse(Set.of()));
    }

    public boolean enabled() {
        return enabled;
    }

    /** Other pages than a service's own that may have a cookie change something. */
    Set<String> origins() {
        return origins;
    }

    @PostConstruct
    void check() {
        if (enabled) {
            require(issuer, ISSUER, "whose tokens are trusted");
            requireReadable(require(keyLocation, KEY_LOCATION, "where the issuer's public key or JWKS is"));
        }
    }

    private static String require(Optional<String> value, String name, String what) {
        return value.filter(text -> !text.isBlank())
                .orElseThrow(() -> new IllegalStateException(
                        "triad.access.enabled is true, but not " + what + ": set " + name + "."));
    }

    private static void requireReadable(String location) {
        if (location.startsWith(FILE + ':') && !Files.isReadable(Path.of(URI.create(location)))) {
            throw new IllegalStateException(KEY_LOCATION + " names a file that cannot be read: " + location + ".");
        }
    }
}
