package dev.triad.events;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Whether a cost changes with use in its period. */
public enum CostBehaviour {
    @JsonProperty("fixed")
    FIXED,
    @JsonProperty("variable")
    VARIABLE;

    private final String code = name().toLowerCase(java.util.Locale.ROOT);

    public String code() {
        return code;
    }
}
