package dev.triad.signature.settings;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithParentName;
import java.util.List;
import java.util.Map;

/** Who may write events. Where nobody is named, everybody may, and signatures are not looked at. */
@ConfigMapping(prefix = "triad.producers")
public interface ProducersConfig {
    /** By their names, as {@code ce_producer} has them. */
    @WithParentName
    Map<String, Producing> producers();

    /** A producer. */
    interface Producing {
        /** The key that it signs by: 32 to 64 bytes in Base64. */
        String key();

        /** The sources that it may write, such as {@code /*}{@code /store}. */
        List<String> sources();

        /** Keys that it signs by too, or did: by names of one's own. */
        Map<String, OtherKey> otherKeys();
    }

    /** A key beside the one. */
    interface OtherKey {
        /** The key, as the other one is written. */
        String key();

        /** How far it counts: by topic, such as {@code sales}, the next offset of each partition. Without, it counts on. */
        Map<String, List<Long>> until();
    }
}
