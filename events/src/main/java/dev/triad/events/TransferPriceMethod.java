package dev.triad.events;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

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
    LIST;

    static final Map<String, TransferPriceMethod> CODES = Arrays.stream(values())
            .collect(Collectors.toUnmodifiableMap(TransferPriceMethod::code, Function.identity()));

    private final String code = name().toLowerCase(Locale.ROOT).replace('_', '-');

    /** How it is written. */
    public String code() {
        return code;
    }
}
