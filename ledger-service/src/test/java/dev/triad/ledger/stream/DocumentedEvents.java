package dev.triad.ledger.stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;

/** The events that docs/stream.md shows. */
public final class DocumentedEvents {
    private static final Path PAGE = Path.of("..", "docs", "stream.md");
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private DocumentedEvents() {}

    /** The data of each event of a name. */
    public static List<JsonNode> of(String event) throws IOException {
        List<String> lines = Files.readAllLines(PAGE);
        return Stream.iterate(0, i -> i < lines.size() - 1, i -> i + 1)
                .filter(i -> lines.get(i).equals("event:" + event))
                .map(i -> json(lines.get(i + 1).substring("data:".length())))
                .toList();
    }

    /** Each example has fields of the record alone. */
    public static void assertAre(String event, Class<? extends Record> type) throws IOException {
        List<JsonNode> examples = of(event);
        Assertions.assertThat(examples).as(event).isNotEmpty();
        List<String> names = Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getName)
                .toList();
        examples.forEach(
                example -> Assertions.assertThat(example.properties().stream().map(Map.Entry::getKey))
                        .as(event)
                        .isSubsetOf(names));
    }

    private static JsonNode json(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (IOException e) {
            throw new IllegalStateException(text, e);
        }
    }
}
