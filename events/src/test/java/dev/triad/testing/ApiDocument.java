package dev.triad.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** An OpenAPI document as a client has it, read by a validator that knows nothing of Triad. */
final class ApiDocument {
    private static final Set<String> METHODS = Set.of("get", "post", "put", "delete", "patch");
    private static final JsonSchemaFactory FACTORY = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);
    private static final SchemaValidatorsConfig CONFIG =
            SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();

    private final JsonNode document;

    ApiDocument(JsonNode document) {
        this.document = document;
        document.at("/components/schemas").forEach(ApiDocument::close);
    }

    /**
     * An operation.
     *
     * @param method in capitals
     * @param path with its parameters in braces
     * @param node what the document says of it
     */
    record Operation(String method, String path, JsonNode node) {
        @Override
        public String toString() {
            return method + ' ' + path;
        }
    }

    /**
     * An example of a body.
     *
     * @param where it stands, for people
     * @param mediaType of the body
     * @param schema of the body
     * @param value the body
     */
    record Example(String where, String mediaType, JsonNode schema, JsonNode value) {}

    List<Operation> operations() {
        List<Operation> operations = new ArrayList<>();
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().stream()
                        .filter(method -> METHODS.contains(method.getKey()))
                        .forEach(method -> operations.add(new Operation(
                                method.getKey().toUpperCase(Locale.ROOT), path.getKey(), method.getValue()))));
        return operations;
    }

    /** The schemas by name. */
    Stream<Map.Entry<String, JsonNode>> schemas() {
        return document.at("/components/schemas").properties().stream();
    }

    /** The examples of a request body or of a response: its own, or else those of its schema. */
    List<Example> examples(String where, JsonNode body) {
        List<Example> examples = new ArrayList<>();
        body.path("content").properties().forEach(content -> {
            String mediaType = content.getKey();
            JsonNode schema = content.getValue().path("schema");
            content.getValue()
                    .path("examples")
                    .properties()
                    .forEach(example -> examples.add(new Example(
                            where + ' ' + example.getKey(),
                            mediaType,
                            schema,
                            resolve(example.getValue()).path("value"))));
            if (examples.isEmpty()) {
                resolve(schema)
                        .path("examples")
                        .forEach(value -> examples.add(new Example(where, mediaType, schema, value)));
            }
        });
        return examples;
    }

    /** What a schema of the document has against a value. */
    List<String> faults(JsonNode schema, JsonNode value) {
        ObjectNode root = new ObjectMapper().createObjectNode();
        root.putArray("allOf").add(schema);
        root.set("components", document.path("components"));
        return FACTORY.getSchema(root, CONFIG).validate(value).stream()
                .map(Object::toString)
                .toList();
    }

    JsonNode resolve(JsonNode node) {
        JsonNode target = node;
        while (target.has("$ref")) {
            target = document.at(target.path("$ref").asText().substring(1));
        }
        return target;
    }

    /** What the document does not name must not be in an answer either. */
    private static void close(JsonNode schema) {
        if (schema instanceof ObjectNode object && schema.has("properties") && !schema.has("additionalProperties")) {
            object.put("additionalProperties", false);
        }
    }
}
