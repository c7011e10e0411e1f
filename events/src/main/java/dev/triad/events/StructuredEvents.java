package dev.triad.events;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * CloudEvents in structured mode: one JSON object with the attributes beside the data, as a line of a
 * file or a person reads it.
 */
public final class StructuredEvents {
    private final EventCodec codec;
    private final ObjectMapper mapper = EventCodec.mapper();

    public StructuredEvents(EventCodec codec) {
        this.codec = codec;
    }

    /**
     * Reads one JSON object. An id that is no UUID is taken as the producer's own key and an id derived from
     * it, the source and the time, so that anybody's events can come in as they are.
     *
     * @throws InvalidEventException when it breaks the contract
     */
    public CloudEvent parse(String json) {
        JsonNode node = read(json);
        if (!"1.0".equals(required(node, "specversion"))) {
            throw new InvalidEventException(Defect.HEADER, "specversion must be 1.0");
        }
        EventType type = EventType.byName(required(node, "type"))
                .orElseThrow(() -> new InvalidEventException(Defect.TYPE, "type is none that Triad knows"));
        Source source = Source.parse(required(node, "source"));
        Instant time = EventTimes.parse(Defect.TIME, "time", required(node, "time"));
        JsonNode data = node.get("data");
        if (data == null || data.isNull()) {
            throw InvalidEventException.missing("data");
        }
        return new CloudEvent(
                id(required(node, "id"), source, time),
                source,
                required(node, "subject"),
                time,
                text(node, "idempotencykey"),
                codec.decode(type, data));
    }

    /** Writes one JSON object on one line. */
    public String format(CloudEvent event) {
        try {
            return mapper.writeValueAsString(toJson(event));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a record of the contract always encodes", e);
        }
    }

    /** The JSON object of an event. */
    public ObjectNode toJson(CloudEvent event) {
        ObjectNode node = mapper.createObjectNode();
        node.put("specversion", "1.0");
        node.put("type", event.type().typeName());
        node.put("source", event.source().toString());
        node.put("id", event.id().toString());
        node.put("time", event.time().toString());
        node.put("subject", event.subject());
        node.put("datacontenttype", "application/json");
        if (event.idempotencyKey() != null) {
            node.put("idempotencykey", event.idempotencyKey());
        }
        node.set("data", mapper.valueToTree(event.data()));
        return node;
    }

    private JsonNode read(String json) {
        if (json.length() > EventCodec.BYTES_MAX) {
            throw new InvalidEventException(
                    Defect.TOO_LARGE, "the event is longer than " + EventCodec.BYTES_MAX + " characters");
        }
        try {
            JsonNode node = mapper.readTree(json);
            if (node == null || !node.isObject()) {
                throw new InvalidEventException(Defect.JSON, "a CloudEvent is one JSON object");
            }
            return node;
        } catch (IOException e) {
            throw EventCodec.unreadable(e);
        }
    }

    private static UUID id(String text, Source source, Instant time) {
        Names.requireText("id", text);
        UUID id = EventIds.parse(text);
        return id == null ? EventIds.derived(time, source, text) : id;
    }

    private static String required(JsonNode node, String name) {
        String value = text(node, name);
        if (value == null) {
            throw InvalidEventException.missing(name);
        }
        return value;
    }

    private static @Nullable String text(JsonNode node, String name) {
        JsonNode value = node.get(name);
        if (value == null || value.isNull()) {
            return null;
        }
        if (!value.isTextual()) {
            throw new InvalidEventException(Defect.FIELD, name + " must be a string");
        }
        return value.textValue();
    }
}
