package dev.triad.cli.stack;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.triad.cli.Home;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A request to the ledger in README.md, and what it says comes of it.
 *
 * @param path what is asked for
 * @param filter what {@code jq} keeps of the answer: the elements of a field, some fields, or some fields of the elements
 * @param output the lines that it prints
 */
record ReadmeExample(String path, String filter, List<JsonNode> output) {
    private static final Pattern EXAMPLE = Pattern.compile(
            "^\\$ curl -s 'localhost:8080(?<path>[^']*)' \\| jq -c '(?<filter>[^']*)'\\n(?<output>(?:\\{.*\\}\\n)+)",
            Pattern.MULTILINE);

    private static final Pattern FILTER =
            Pattern.compile("(?:\\.(?<elements>\\w+)\\[\\]\\|?)?(?:\\{(?<fields>\\w+(?:,\\w+)*)\\})?");

    static List<ReadmeExample> all() throws IOException {
        String readme = Files.readString(Home.find().resolve("README.md"));
        List<ReadmeExample> examples = new ArrayList<>();
        for (MatchResult example : EXAMPLE.matcher(readme).results().toList()) {
            List<JsonNode> output =
                    example.group("output").lines().map(ReadmeExample::json).toList();
            examples.add(new ReadmeExample(example.group("path"), example.group("filter"), output));
        }
        return examples;
    }

    /** What the filter makes of an answer. */
    List<JsonNode> filtered(JsonNode answer) {
        Matcher known = FILTER.matcher(filter);
        if (!known.matches()) {
            throw new IllegalArgumentException("a filter of another kind: " + filter);
        }
        String elements = known.group("elements");
        String fields = known.group("fields");
        Stream<JsonNode> kept =
                elements == null ? Stream.of(answer) : answer.path(elements).valueStream();
        return fields == null
                ? kept.toList()
                : kept.map(element -> only(element, fields)).toList();
    }

    private static JsonNode only(JsonNode from, String fields) {
        ObjectNode kept = RunFile.JSON.createObjectNode();
        Stream.of(fields.split(",", -1)).forEach(field -> kept.set(field, from.get(field)));
        return kept;
    }

    private static JsonNode json(String line) {
        try {
            return RunFile.JSON.readTree(line);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
