package dev.triad.events;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** The JSON Schemas as other languages have them: files, read by a validator that knows nothing of Triad. */
final class ContractSchemas {
    static final ObjectMapper MAPPER = new ObjectMapper();

    private static final Map<EventType, JsonNode> DOCUMENTS = new EnumMap<>(EventType.class);
    private static final Map<EventType, JsonSchema> VALIDATORS = new EnumMap<>(EventType.class);

    static {
        JsonSchemaFactory factory = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);
        SchemaValidatorsConfig config = SchemaValidatorsConfig.builder()
                .formatAssertionsEnabled(true)
                .losslessNarrowing(true)
                // In a schema's regular expressions $ is the end; Java's may stand before a last line break.
                .regularExpressionFactory(pattern ->
                        Pattern.compile(pattern.replaceAll("\\$$", "\\\\z")).asPredicate()::test)
                .build();
        for (EventType type : EventType.values()) {
            JsonNode document = read(type.schemaName());
            DOCUMENTS.put(type, document);
            VALIDATORS.put(type, factory.getSchema(document, config));
        }
    }

    private ContractSchemas() {}

    /** The schema itself. */
    static JsonNode schema(EventType type) {
        return Objects.requireNonNull(DOCUMENTS.get(type));
    }

    static List<JsonNode> examples(EventType type) {
        return schema(type).get("examples").valueStream().toList();
    }

    static boolean validates(EventType type, JsonNode data) {
        return faults(type, data).isEmpty();
    }

    /** What the validator says against a document. */
    static List<String> faults(EventType type, JsonNode data) {
        return Objects.requireNonNull(VALIDATORS.get(type)).validate(data).stream()
                .map(Object::toString)
                .toList();
    }

    /** A valid document with every field that the schema knows, made from the schema alone. */
    static ObjectNode full(EventType type) {
        return (ObjectNode) instance(type, schema(type), "");
    }

    /** Where the required fields lie in a full document, those of nested objects included. */
    static List<JsonPointer> required(EventType type) {
        List<JsonPointer> pointers = new ArrayList<>();
        eachObject(
                type,
                schema(type),
                JsonPointer.empty(),
                (at, object) ->
                        object.path("required").forEach(name -> pointers.add(at.appendProperty(name.asText()))));
        return pointers;
    }

    /** Where the objects with named fields lie in a full document. */
    static List<JsonPointer> objects(EventType type) {
        List<JsonPointer> pointers = new ArrayList<>();
        eachObject(type, schema(type), JsonPointer.empty(), (at, object) -> pointers.add(at));
        return pointers;
    }

    /** A reference or the first of two alternatives (the other one is null), looked up. */
    static JsonNode resolve(EventType type, JsonNode schema) {
        JsonNode choice = schema.has("anyOf") ? schema.get("anyOf").get(0) : schema;
        return choice.has("$ref") ? schema(type).at(choice.get("$ref").asText().substring(1)) : choice;
    }

    /** The name of the definition that a field refers to, or nothing. */
    static String definition(JsonNode schema) {
        JsonNode choice = schema.has("anyOf") ? schema.get("anyOf").get(0) : schema;
        return choice.path("$ref").asText().replace("#/$defs/", "");
    }

    static byte[] bytes(JsonNode json) {
        return json.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** How a message names the field at a place: without the positions in lists. */
    static String fieldName(JsonPointer pointer) {
        return pointer.toString().substring(1).replaceAll("/[0-9]+", "").replace('/', '.');
    }

    /** The places of all values below the root. */
    static List<JsonPointer> places(JsonNode document) {
        List<JsonPointer> places = new ArrayList<>();
        walk(document, JsonPointer.empty(), places::add);
        return places.subList(1, places.size());
    }

    private static void walk(JsonNode node, JsonPointer at, Consumer<JsonPointer> visit) {
        visit.accept(at);
        node.properties().forEach(field -> walk(field.getValue(), at.appendProperty(field.getKey()), visit));
        if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                walk(node.get(i), at.appendIndex(i), visit);
            }
        }
    }

    private static void eachObject(EventType type, JsonNode schema, JsonPointer at, ObjectVisitor visitor) {
        JsonNode resolved = resolve(type, schema);
        if (resolved.has("properties")) {
            visitor.visit(at, resolved);
            resolved.get("properties")
                    .properties()
                    .forEach(field -> eachObject(type, field.getValue(), at.appendProperty(field.getKey()), visitor));
        } else if (resolved.has("items")) {
            eachObject(type, resolved.get("items"), at.appendIndex(0), visitor);
        }
    }

    private static JsonNode instance(EventType type, JsonNode schema, String field) {
        JsonNodeFactory json = JsonNodeFactory.instance;
        JsonNode resolved = resolve(type, schema);
        if (resolved.has("properties")) {
            ObjectNode object = json.objectNode();
            resolved.get("properties")
                    .properties()
                    .forEach(property ->
                            object.set(property.getKey(), instance(type, property.getValue(), property.getKey())));
            return object;
        }
        if (resolved.has("items")) {
            return json.arrayNode().add(instance(type, resolved.get("items"), field));
        }
        if (resolved.has("enum")) {
            return resolved.get("enum").get(0);
        }
        return switch (definition(schema)) {
            case "name" -> json.textNode(field.toLowerCase(Locale.ROOT));
            case "text" -> json.textNode("Some " + field);
            case "decimal", "notNegativeDecimal", "positiveDecimal" -> json.textNode("12.50");
            case "weight" -> json.textNode("0.5");
            case "time" -> json.textNode(field.equals("to") ? "2026-02-01T00:00:00Z" : "2026-01-01T00:00:00Z");
            case "uuid" -> json.textNode("019b7a2c-4c00-7d1e-a3f2-5b8c9d0e1f23");
            case "month" -> json.textNode("2026-03");
            case "partition" -> json.numberNode(0);
            case "offset" -> json.numberNode(field.equals("from") ? 0 : 1);
            case "asset" -> json.textNode("USD/9");
            default ->
                resolved.has("minimum") ? json.numberNode(1) : json.objectNode().put("region", "eu-west-1");
        };
    }

    private static JsonNode read(String name) {
        try (InputStream in = ContractSchemas.class.getResourceAsStream("/schemas/" + name)) {
            return MAPPER.readTree(Objects.requireNonNull(in, name));
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }

    @FunctionalInterface
    private interface ObjectVisitor {
        void visit(JsonPointer at, JsonNode schema);
    }
}
