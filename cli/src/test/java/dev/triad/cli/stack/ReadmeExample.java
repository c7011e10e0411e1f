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
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A request to the ledger in README.md, and what it says comes of it.
 *
 * @param path what is asked for
 * @param filter what {@code jq} keeps of the answer: the elements of a field, or some fields
 * @param output the lines that it prints
 */
record ReadmeExample(String path, String filter, List<JsonNode> output) {
    private static final Pattern EXAMPLE = Pattern.compile(
            "^\\$ curl -s 'localhost:8080(?<path>[^']*)' \\| jq -c '(?<filter>[^']*)'\\n(?<output>(?:\\{.*\\}\\n)+)",
            Pattern.MULTILINE);

    private static final Pattern ELEMENTS = Pattern.compile("\\.(\\w+)\\[\\]");
    private static final Pattern FIELDS = Pattern.compile("\\{(\\w+(?:,\\w+)*)\\}");

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
        var elements = ELEMENTS.matcher(filter);
        if (elements.matches()) {
            return answer.path(elements.group(1)).valueStream().toList();
        }
        var fields = FIELDS.matcher(filter);
        if (fields.matches()) {
            ObjectNode kept = RunFile.JSON.createObjectNode();
            Stream.of(fields.group(1).split(",", -1)).forEach(field -> kept.set(field, answer.get(field)));
            return List.of(kept);
        }
        throw new IllegalArgumentException("a filter of another kind: " + filter);
    }

    private static JsonNode json(String line) {
        try {
            return RunFile.JSON.readTree(line);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
