package dev.triad.cli.ask;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Stream;

/** Fields of an answer as the cells of a row. */
final class Cells {
    private Cells() {}

    /** These fields' values; one that is missing is empty. */
    static List<String> of(JsonNode from, String... fields) {
        return Stream.of(fields).map(field -> of(from.path(field))).toList();
    }

    /** A value as text: the elements of a list with spaces between. */
    static String of(JsonNode value) {
        if (value.isArray()) {
            return String.join(" ", value.valueStream().map(JsonNode::asText).toList());
        }
        return value.isMissingNode() || value.isNull() ? "" : value.asText();
    }
}
