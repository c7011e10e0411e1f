package dev.triad.events;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Which of a rate's prices the group's units charge each other. */
public enum TransferPriceMethod {
    /** Units charge each other nothing. */
    @JsonProperty("free")
    FREE,
    /** The cost of one more. */
    @JsonProperty("marginal")
    MARGINAL,
    /** Fully distributed cost. */
    @JsonProperty("full-cost")
    FULL_COST,
    /** What a customer outside pays. */
    @JsonProperty("list")
    LIST
}
