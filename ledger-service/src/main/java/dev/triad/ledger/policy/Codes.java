package dev.triad.ledger.policy;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** The constants of an enum as people write them: {@code FULL_COST} is {@code full-cost}. */
public final class Codes {
    private Codes() {}

    public static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * The constant of that code.
     *
     * @param field what is being read, for the message
     * @throws IllegalArgumentException when there is none; the message lists those that there are
     */
    public static <E extends Enum<E>> E parse(String field, Class<E> type, String code) {
        for (E constant : type.getEnumConstants()) {
            if (of(constant).equals(code)) {
                return constant;
            }
        }
        throw new IllegalArgumentException("%s must be one of %s, not %s"
                .formatted(
                        field,
                        Arrays.stream(type.getEnumConstants()).map(Codes::of).collect(Collectors.joining(", ")),
                        code));
    }
}
