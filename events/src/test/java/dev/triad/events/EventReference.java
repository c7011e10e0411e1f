package dev.triad.events;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The part of {@code docs/events.md} that follows from the schemas: a table of fields and an example a type. */
final class EventReference {
    static final Path PAGE = Path.of("..", "docs", "events.md");

    private static final Pattern SECTION =
            Pattern.compile("(<!-- from the schema: (\\S+) -->\n).*?(<!-- end -->)", Pattern.DOTALL);

    private EventReference() {}

    /** The page with what follows from the schemas written anew. */
    static String refreshed(String page) {
        return SECTION.matcher(page).replaceAll(section -> {
            EventType type = EventType.byName(section.group(2)).orElseThrow();
            return Matcher.quoteReplacement(section.group(1) + "\n" + of(type) + "\n" + section.group(3));
        });
    }

    /** Writes the page anew; the page is the only argument. */
    public static void main(String[] args) throws IOException {
        Path page = Path.of(args[0]);
        Files.writeString(page, refreshed(Files.readString(page)));
    }

    private static String of(EventType type) {
        JsonNode schema = ContractSchemas.schema(type);
        List<String> rows = new ArrayList<>();
        fields(type, schema, "", rows);
        return """
                %s Topic `%s`; schema [`%s`](../events/src/main/resources/schemas/%s).

                | field | value | required | meaning |
                |---|---|---|---|
                %s

                ```json
                %s
                ```
                """.formatted(
                        schema.get("description").asText().replace("ce_subject", "`ce_subject`"),
                        type.topic(),
                        type.schemaName(),
                        type.schemaName(),
                        String.join("\n", rows),
                        pretty(schema.get("examples").get(0)));
    }

    private static void fields(EventType type, JsonNode schema, String prefix, List<String> rows) {
        Set<String> required =
                schema.get("required").valueStream().map(JsonNode::asText).collect(Collectors.toSet());
        schema.get("properties").properties().forEach(property -> {
            String name = prefix + property.getKey();
            JsonNode field = property.getValue();
            rows.add("| `%s` | %s | %s | %s |"
                    .formatted(
                            name,
                            kind(type, field),
                            required.contains(property.getKey()) ? "yes" : "",
                            field.get("description").asText()));
            JsonNode resolved = ContractSchemas.resolve(type, field);
            if (resolved.has("items")) {
                JsonNode item = ContractSchemas.resolve(type, resolved.get("items"));
                if (item.has("properties")) {
                    fields(type, item, name + "[].", rows);
                }
            } else if (resolved.has("properties")) {
                fields(type, resolved, name + ".", rows);
            }
        });
    }

    private static String kind(EventType type, JsonNode field) {
        JsonNode resolved = ContractSchemas.resolve(type, field);
        if (resolved.has("enum")) {
            return resolved.get("enum")
                    .valueStream()
                    .map(value -> "`" + value.asText() + "`")
                    .collect(Collectors.joining(", "));
        }
        if (resolved.has("items")) {
            String of = ContractSchemas.definition(resolved.get("items")).equals("name") ? " names" : "";
            return String.format(
                    Locale.ROOT,
                    "list of %d to %,d%s",
                    resolved.path("minItems").asInt(),
                    resolved.get("maxItems").asInt(),
                    of);
        }
        return switch (ContractSchemas.definition(field)) {
            case "decimal" -> "decimal";
            case "notNegativeDecimal" -> "decimal, 0 or more";
            case "positiveDecimal" -> "decimal, more than 0";
            case "weight" -> "decimal, more than 0, at most 1";
            case "uuid" -> "UUID";
            case "month" -> "month";
            case "name", "text", "time", "asset" -> ContractSchemas.definition(field);
            default ->
                resolved.has("minimum")
                        ? String.format(
                                Locale.ROOT,
                                "integer, %d to %,d",
                                resolved.get("minimum").asLong(),
                                resolved.get("maximum").asLong())
                        : resolved.has("maxProperties")
                                ? "object of at most " + resolved.get("maxProperties") + " texts"
                                : "object";
        };
    }

    private static String pretty(JsonNode json) {
        try {
            return ContractSchemas.MAPPER
                    .writerWithDefaultPrettyPrinter()
                    .writeValueAsString(json)
                    .replace("\" : ", "\": ");
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
