package dev.triad.cloud.tenant;

import java.math.BigDecimal;
import java.util.List;
import java.util.SortedMap;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Who uses a cloud.
 *
 * @param group the group
 * @param unit the cloud
 * @param tenants units of the group and customers outside
 */
public record Tenants(String group, String unit, List<Tenant> tenants) {
    /**
     * One of them.
     *
     * @param consumer its name
     * @param kind unit or tenant
     * @param usage how much it used since the start, by resource
     */
    public record Tenant(
            String consumer,
            String kind,
            // Decimals are strings; what the configuration says of them does not reach the values of maps.
            @Schema(additionalProperties = String.class) SortedMap<String, BigDecimal> usage) {}
}
