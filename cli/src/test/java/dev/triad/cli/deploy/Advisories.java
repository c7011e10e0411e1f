package dev.triad.cli.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The advisories of a database that answers as OSV's does (https://google.github.io/osv.dev/post-v1-querybatch/). */
final class Advisories {
    private static final Duration LONGEST = Duration.ofSeconds(20);

    /** As many as one question may be about. */
    private static final int PARTS_MAX = 1_000;

    private static final ObjectMapper JSON = new ObjectMapper();

    private final URI database;

    Advisories(URI database) {
        this.database = database;
    }

    /** What is known against parts, by the part; fails when the database cannot be reached. */
    Map<String, List<String>> against(List<Part> parts) throws IOException, InterruptedException {
        Map<String, List<String>> known = new TreeMap<>();
        for (int begin = 0; begin < parts.size(); begin += PARTS_MAX) {
            List<Part> asked = parts.subList(begin, Math.min(parts.size(), begin + PARTS_MAX));
            JsonNode results = ask(asked).path("results");
            if (results.size() != asked.size()) {
                throw new IOException(
                        "asked about %d parts, answered about %d".formatted(asked.size(), results.size()));
            }
            for (int i = 0; i < asked.size(); i++) {
                List<String> ids = new ArrayList<>();
                results.get(i)
                        .path("vulns")
                        .forEach(found -> ids.add(found.path("id").asText()));
                if (!ids.isEmpty()) {
                    known.put(asked.get(i).url(), ids);
                }
            }
        }
        return known;
    }

    private JsonNode ask(List<Part> parts) throws IOException, InterruptedException {
        ObjectNode question = JSON.createObjectNode();
        ArrayNode queries = question.putArray("queries");
        parts.forEach(part -> queries.addObject().putObject("package").put("purl", part.url()));
        try (HttpClient client = HttpClient.newBuilder().connectTimeout(LONGEST).build()) {
            HttpResponse<String> answer = client.send(
                    HttpRequest.newBuilder(database.resolve("/v1/querybatch"))
                            .timeout(LONGEST)
                            .header("Content-Type", "application/json")
                            .POST(HttpRequest.BodyPublishers.ofString(question.toString()))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IOException(database + " answers " + answer.statusCode());
            }
            return JSON.readTree(answer.body());
        }
    }
}
