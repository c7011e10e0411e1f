package dev.triad.events;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Whether a consumer is a unit of the provider's group or a customer outside it. */
public enum ConsumerKind {
    @JsonProperty("unit")
    UNIT,
    @JsonProperty("tenant")
    TENANT
}
