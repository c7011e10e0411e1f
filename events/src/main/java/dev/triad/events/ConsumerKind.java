package dev.triad.events;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Whether a consumer is a unit of the provider's group or a customer outside it. */
public enum ConsumerKind {
    @JsonProperty("unit")
    UNIT,
    @JsonProperty("tenant")
    TENANT;

    static final Map<String, ConsumerKind> CODES =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(ConsumerKind::code, Function.identity()));

    private final String code = name().toLowerCase(Locale.ROOT).replace('_', '-');

    /** How it is written. */
    public String code() {
        return code;
    }
}
