package dev.triad.events;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a sale line sells; it decides the revenue account, and whether a cost of sales follows. */
public enum LineKind {
    @JsonProperty("goods")
    GOODS,
    @JsonProperty("device")
    DEVICE,
    @JsonProperty("digital")
    DIGITAL,
    @JsonProperty("service")
    SERVICE,
    @JsonProperty("fee")
    FEE,
    @JsonProperty("advertising")
    ADVERTISING;

    private final String code = name().toLowerCase(java.util.Locale.ROOT);

    public String code() {
        return code;
    }
}
