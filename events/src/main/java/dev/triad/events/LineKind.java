package dev.triad.events;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

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

    static final Map<String, LineKind> CODES =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(LineKind::code, Function.identity()));

    private final String code = name().toLowerCase(Locale.ROOT);

    /** How it is written. */
    public String code() {
        return code;
    }
}
