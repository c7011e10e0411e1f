package dev.triad.cli.imports.format;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.triad.cli.imports.input.RejectedLineException;
import dev.triad.events.EventCodec;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The tags of a FOCUS row: a JSON object whose values are texts, sometimes numbers or true. */
final class Tags {
    private static final ObjectMapper MAPPER = EventCodec.mapper();

    private Tags() {}

    static Map<String, String> parse(@Nullable String json) {
        Map<String, String> tags = new TreeMap<>();
        if (json != null) {
            object(json).properties().forEach(tag -> tags.put(tag.getKey(), text(tag.getValue())));
        }
        return tags;
    }

    private static String text(JsonNode value) {
        return value.isValueNode() ? value.asText() : value.toString();
    }

    private static JsonNode object(String json) {
        try {
            JsonNode node = MAPPER.readTree(json);
            if (node != null && node.isObject()) {
                return node;
            }
        } catch (JsonProcessingException e) {
            throw new RejectedLineException("Tags is not JSON that can be read");
        }
        throw new RejectedLineException("Tags is not a JSON object");
    }
}
