package dev.triad.cli.imports.format;

import dev.triad.events.Asset;
import dev.triad.events.Source;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What the person who imports decided.
 *
 * @param source the group, and its unit that the file's events come from
 * @param asset the group's currency and scale
 * @param round whether an amount with more decimals than the asset is rounded; it is rejected otherwise
 * @param consumer who used what a usage file tells of; null for the format's own default
 * @param consumerTag the tag of a bill that names the consumer; null to go by the bill's accounts
 * @param internal whether a bill's consumers are units of the group, and the bill the provider's own cost
 * @param rate the price of one unit of measure; null to publish none
 */
public record Settings(
        Source source,
        Asset asset,
        boolean round,
        @Nullable String consumer,
        @Nullable String consumerTag,
        boolean internal,
        @Nullable BigDecimal rate) {

    public static Settings of(Source source, Asset asset) {
        return new Settings(source, asset, false, null, null, false, null);
    }
}
