package dev.triad.cli.stack;

import com.fasterxml.jackson.databind.JsonNode;
import dev.triad.cli.Home;
import dev.triad.testing.HostileRecords;
import dev.triad.testing.Programs;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * A record as the real kcat reads it, by the command that docs/events.md shows for it.
 *
 * @param headers by name
 * @param data the value
 */
record KcatRecord(Map<String, String> headers, String data) {
    private static final Pattern COMMAND = Pattern.compile("^kcat -C .* -J$", Pattern.MULTILINE);
    private static final Pattern REQUIRED = Pattern.compile("^\\| `(ce_\\w+)` \\| yes \\|", Pattern.MULTILINE);

    /** The headers that every event has, as the page says. */
    static List<String> requiredHeaders() throws IOException {
        return REQUIRED.matcher(page()).results().map(row -> row.group(1)).toList();
    }

    /** Some of a topic's first records, but those that were made to do harm. */
    static List<KcatRecord> read(Path folder, String servers, String topic) throws IOException {
        String command = COMMAND.matcher(page())
                .results()
                .findFirst()
                .orElseThrow()
                .group()
                .replace("localhost:9092", servers)
                .replace("triad.usage", topic)
                .replace("-o -5 -e", "-o beginning -c 200");
        return Programs.run(folder, Map.of(), List.of("sh", "-c", command))
                .lines()
                .map(RunningStack::json)
                .filter(record ->
                        !HostileRecords.isKey(record.path("key").asText().getBytes(StandardCharsets.UTF_8)))
                .map(KcatRecord::of)
                .toList();
    }

    private static KcatRecord of(JsonNode record) {
        Map<String, String> headers = new TreeMap<>();
        JsonNode namesAndValues = record.path("headers");
        for (int i = 0; i + 1 < namesAndValues.size(); i += 2) {
            headers.put(
                    namesAndValues.path(i).asText(), namesAndValues.path(i + 1).asText());
        }
        return new KcatRecord(headers, record.path("payload").asText());
    }

    private static String page() throws IOException {
        return Files.readString(Home.find().resolve("docs/events.md"));
    }
}
