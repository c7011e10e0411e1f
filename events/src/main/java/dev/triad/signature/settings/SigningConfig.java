package dev.triad.signature.settings;

import io.smallrye.config.ConfigMapping;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How a service signs what it sends, and since when whoever writes must. */
@ConfigMapping(prefix = "triad.signing")
public interface SigningConfig {
    /** As whom this service signs; unset, it does not. */
    Optional<String> producer();

    /** The key that it signs by: 32 to 64 bytes in Base64. */
    Optional<String> key();

    /** The key that it signed by before: what it kept for itself by that one is still its own. */
    Optional<String> previousKey();

    /**
     * Since when events must be signed, where there are producers: by topic, such as {@code sales}, the next offset of each
     * partition. Records below it are taken as they are. Without, all must be. Of a service that signs, {@code simulation}
     * tells the same of what it keeps for itself.
     */
    Map<String, List<Long>> requiredFrom();
}
