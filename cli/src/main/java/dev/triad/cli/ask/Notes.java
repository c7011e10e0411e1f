package dev.triad.cli.ask;

import com.fasterxml.jackson.databind.JsonNode;

/** What stands around a table. */
final class Notes {
    private Notes() {}

    /** What a table shows, of whom, of when and in which asset. */
    static String caption(String what, JsonNode answer) {
        StringBuilder caption =
                new StringBuilder(what + " of " + answer.path("group").asText());
        append(caption, ", book ", answer.path("book"));
        append(caption, ", as of ", answer.path("asOf"));
        append(caption, ", from ", answer.path("from"));
        append(caption, ", to ", answer.path("to"));
        append(caption, ", in ", answer.path("asset"));
        return caption.toString();
    }

    /** Says that a list goes on, or nothing. */
    static String more(JsonNode answer, int shown) {
        return answer.hasNonNull("nextCursor")
                ? "These are the first %,d; there are more: --limit N fetches up to N of them.".formatted(shown)
                : "";
    }

    private static void append(StringBuilder caption, String before, JsonNode value) {
        if (value.isValueNode() && !value.isNull()) {
            caption.append(before).append(value.asText());
        }
    }
}
