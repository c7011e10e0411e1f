package dev.triad.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import dev.triad.testing.ApiDocument.Operation;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Requests that nobody means well with, made from what an OpenAPI document says of an operation: each parameter and each
 * field of the body in turn is what it should not be, and so is the body as a whole. They are the same in every run.
 */
final class HostileRequests {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final String CONTENT_TYPE = "Content-Type";
    private static final String ACCEPT = "Accept";
    private static final String JSON_TYPE = "application/json";

    /** A schema may hold itself. */
    private static final int DEPTH_MAX = 6;

    /** Below what a server takes for a line or for the headers. */
    private static final int LONG = 1_000;

    private static final int NESTED = 100_000;
    private static final int BEYOND_THE_LARGEST_BODY = 1_200_000;

    /** What belongs into no field, and into no parameter. */
    private static final List<String> TEXTS = List.of(
            "",
            " ",
            "null",
            "true",
            "0",
            "-1",
            "0.5",
            "-0.0000001",
            "NaN",
            "Infinity",
            "1e400",
            "1e2000000000",
            "1e-2000000000",
            "9223372036854775808",
            "123456789012345678901234567890123456789",
            "0x10",
            "١٢",
            "\0",
            "a\0b",
            "\u0001\u001b[31m",
            "\r\nX-Injected: yes",
            "\u202etxt.exe",
            "\ufeff",
            "\ufffe\uffff",
            "🦥",
            "e\u0301\u0301\u0301",
            "İı",
            "<script>alert(1)</script>",
            "\"><img src=x onerror=alert(1)>",
            "' or '1'='1",
            "'; drop table entry; --",
            "\\",
            "%",
            "_",
            "%00",
            "%2e%2e%2f",
            "../../../../etc/passwd",
            "..\\..\\windows\\win.ini",
            "file:///etc/passwd",
            "${jndi:ldap://localhost/x}",
            "{{7*7}}",
            "$(id)",
            "((((((((a+)+)+)+)+)+)+)+$",
            "[]",
            "{}",
            "a,,b",
            "*",
            ":",
            "/",
            "2026-13-45",
            "2026-02-30T25:61:61Z",
            "0000-00-00",
            "-999999999-01-01T00:00:00Z",
            "+999999999-12-31T23:59:59.999999999Z",
            "00000000-0000-0000-0000-000000000000",
            "x".repeat(LONG),
            ":".repeat(LONG),
            "9".repeat(LONG),
            ",a".repeat(LONG / 2));

    /** What else JSON can have there. */
    private static final List<JsonNode> VALUES = Stream.concat(
                    Stream.<JsonNode>of(
                            NODES.nullNode(),
                            NODES.booleanNode(true),
                            NODES.arrayNode(),
                            NODES.arrayNode().add(NODES.nullNode()),
                            NODES.objectNode(),
                            NODES.objectNode().put("", ""),
                            NODES.objectNode().put("a\0b", "1"),
                            NODES.objectNode().put("x".repeat(LONG), "1"),
                            NODES.textNode("x".repeat(NESTED))),
                    Stream.of(
                                    "0",
                                    "-1",
                                    "0.5",
                                    "1e400",
                                    "1e2000000000",
                                    "1e-2000000000",
                                    "9223372036854775808",
                                    "9".repeat(LONG),
                                    "\"\\ud800\"",
                                    "[".repeat(NESTED / 100) + "]".repeat(NESTED / 100))
                            .<JsonNode>map(raw -> NODES.rawValueNode(new RawValue(raw))))
            .toList();

    private static final List<String> MEDIA_TYPES = List.of(
            "",
            "text/plain",
            "application/xml",
            "application/x-www-form-urlencoded",
            "multipart/form-data",
            "multipart/form-data; boundary=x",
            "application/octet-stream",
            "application/json; charset=utf-16",
            "application/json; charset=none",
            "application/json/json",
            "json",
            "*/*",
            ";");

    private final ApiDocument document;
    private final Operation operation;
    private final @Nullable JsonNode example;
    private final List<Request> requests = new ArrayList<>();

    /**
     * A request.
     *
     * @param what is wrong with it, for people
     * @param parameters of the path and the query that are not as in the document's example
     * @param headers to be sent; the media type of the body among them
     * @param body to be sent
     */
    record Request(String what, Map<String, String> parameters, Map<String, String> headers, byte @Nullable [] body) {}

    private HostileRequests(ApiDocument document, Operation operation) {
        this.document = document;
        this.operation = operation;
        this.example = document.examples("request", operation.node().path("requestBody")).stream()
                .map(ApiDocument.Example::value)
                .findFirst()
                .orElse(null);
    }

    static List<Request> to(ApiDocument document, Operation operation) {
        HostileRequests hostile = new HostileRequests(document, operation);
        operation.node().path("parameters").forEach(hostile::parameter);
        hostile.headers();
        if (hostile.example == null) {
            hostile.unasked();
        } else {
            hostile.body(hostile.example);
        }
        return hostile.requests;
    }

    private void parameter(JsonNode parameter) {
        String name = parameter.path("name").asText();
        boolean isHeader = parameter.path("in").asText().equals("header");
        for (String text : TEXTS) {
            if (!isHeader) {
                add(name + '=' + text, Map.of(name, text), Map.of(), example);
            } else if (StandardCharsets.US_ASCII.newEncoder().canEncode(text)
                    && text.chars().noneMatch(Character::isISOControl)) {
                add(name + ": " + text, Map.of(), Map.of(name, text), example);
            }
        }
    }

    private void headers() {
        for (String type : List.of("application/xml", "nonsense", ";", "image/png", "text/html, */*;q=0", "*/*;q=2")) {
            add("Accept: " + type, Map.of(), Map.of(ACCEPT, type), example);
        }
        for (String encoding : List.of("gzip", "nonsense")) {
            add("Content-Encoding: " + encoding, Map.of(), Map.of("Content-Encoding", encoding), example);
        }
        add("Expect", Map.of(), Map.of("X-HTTP-Method-Override", "DELETE", "X-Original-URL", "/q/metrics"), example);
    }

    /** A body where none is wanted. */
    private void unasked() {
        add(
                "a body that nobody asked for",
                Map.of(),
                Map.of(),
                NODES.objectNode().put("a", "b"));
        raw("nonsense for a body", Map.of(CONTENT_TYPE, JSON_TYPE), "{");
    }

    private void body(JsonNode body) {
        String good = text(body);
        for (String type : MEDIA_TYPES) {
            raw("a body of type " + type, type.isEmpty() ? Map.of() : Map.of(CONTENT_TYPE, type), good);
        }
        for (String whole : List.of(
                "",
                " ",
                "null",
                "true",
                "0",
                "\"text\"",
                "[]",
                "{}",
                "[null]",
                "{\"\":null}",
                "{",
                "}",
                good.substring(0, good.length() - 1),
                good + "x",
                good + good,
                "[" + good + "]",
                "\ufeff" + good,
                "/* */" + good,
                good.replace('"', '\''),
                good.replaceFirst(
                        "\\{", "{" + good.substring(1, good.length() - 1).replace("{}", "") + ","),
                good.replaceFirst("\\{", "{\"" + "x".repeat(LONG) + "\":1,"),
                good.replaceFirst("\\{", "{\"__proto__\":{\"a\":1},\"@class\":\"java.lang.Runtime\","),
                "[".repeat(NESTED),
                "{\"a\":".repeat(NESTED),
                "[".repeat(NESTED) + "]".repeat(NESTED),
                "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><a>&b;</a>",
                "a=b&c=d",
                " ".repeat(BEYOND_THE_LARGEST_BODY))) {
            raw("a body " + whole, Map.of(CONTENT_TYPE, JSON_TYPE), whole);
        }
        bytes("a body in UTF-16", good.getBytes(StandardCharsets.UTF_16));
        bytes("a body in UTF-32", good.getBytes(StandardCharsets.UTF_32));
        bytes("a body that is no UTF-8", good.replace("\":", "ÿ\":").getBytes(StandardCharsets.ISO_8859_1));
        fields(operation.node().at("/requestBody/content/application~1json/schema"), List.of());
    }

    private void fields(JsonNode reference, List<String> path) {
        if (path.size() > DEPTH_MAX) {
            return;
        }
        JsonNode schema = document.resolve(reference);
        if (!path.isEmpty()) {
            field(path);
        }
        schema.path("properties")
                .properties()
                .forEach(property -> fields(property.getValue(), longer(path, property.getKey())));
        if (schema.path("additionalProperties").isObject()) {
            fields(schema.path("additionalProperties"), longer(path, "anything"));
        }
        if (schema.has("items")) {
            fields(schema.path("items"), longer(path, "0"));
        }
        for (String alternatives : List.of("oneOf", "anyOf", "allOf")) {
            schema.path(alternatives).forEach(alternative -> fields(alternative, path));
        }
    }

    private void field(List<String> path) {
        String where = String.join(".", path);
        for (String text : TEXTS) {
            add(where + " is " + text, Map.of(), Map.of(), with(example, path, NODES.textNode(text)));
        }
        for (JsonNode value : VALUES) {
            add(where + " is " + text(value), Map.of(), Map.of(), with(example, path, value));
        }
        add(where + " is not there", Map.of(), Map.of(), with(example, path, null));
    }

    /** A copy of a tree that has a value at a path, or nothing. */
    private static JsonNode with(@Nullable JsonNode tree, List<String> path, @Nullable JsonNode value) {
        String step = path.getFirst();
        List<String> rest = path.subList(1, path.size());
        JsonNode below = tree == null ? null : step.equals("0") && tree.isArray() ? tree.get(0) : tree.get(step);
        JsonNode changed = rest.isEmpty() ? value : with(below, rest, value);
        if (step.equals("0")) {
            ArrayNode array = tree instanceof ArrayNode there ? there.deepCopy() : NODES.arrayNode();
            if (!array.isEmpty()) {
                array.remove(0);
            }
            return changed == null ? array : array.insert(0, changed);
        }
        ObjectNode object = tree instanceof ObjectNode there ? there.deepCopy() : NODES.objectNode();
        if (changed == null) {
            object.remove(step);
        } else {
            object.set(step, changed);
        }
        return object;
    }

    private static List<String> longer(List<String> path, String step) {
        return Stream.concat(path.stream(), Stream.of(step)).toList();
    }

    private void add(
            String what, Map<String, String> parameters, Map<String, String> headers, @Nullable JsonNode body) {
        Map<String, String> all = new LinkedHashMap<>(headers);
        if (body != null) {
            all.put(CONTENT_TYPE, JSON_TYPE);
        }
        byte[] bytes = body == null ? null : text(body).getBytes(StandardCharsets.UTF_8);
        requests.add(new Request(what, parameters, all, bytes));
    }

    private void raw(String what, Map<String, String> headers, String body) {
        requests.add(new Request(what, Map.of(), headers, body.getBytes(StandardCharsets.UTF_8)));
    }

    private void bytes(String what, byte[] body) {
        requests.add(new Request(what, Map.of(), Map.of(CONTENT_TYPE, JSON_TYPE), body));
    }

    private static String text(JsonNode value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
