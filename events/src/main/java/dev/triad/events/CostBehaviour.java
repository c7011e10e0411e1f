package dev.triad.events;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Whether a cost changes with use in its period. */
public enum CostBehaviour {
    @JsonProperty("fixed")
    FIXED,
    @JsonProperty("variable")
    VARIABLE;

    static final Map<String, CostBehaviour> CODES =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(CostBehaviour::code, Function.identity()));

    private final String code = name().toLowerCase(Locale.ROOT);

    /** How it is written. */
    public String code() {
        return code;
    }
}
