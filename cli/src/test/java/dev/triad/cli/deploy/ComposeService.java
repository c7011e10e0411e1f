package dev.triad.cli.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.triad.cli.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * A service of docker-compose.yml, with what it takes over from the file's templates.
 *
 * @param settings as they stand in the file, variables included
 */
record ComposeService(String name, JsonNode settings) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Lists to which a second file adds. */
    private static final Set<String> ADDED_TO = Set.of("volumes", "ports");

    static List<ComposeService> all() throws IOException {
        return of(file());
    }

    /** The services of the same file with deploy/secure.yml over it. */
    static List<ComposeService> secured() throws IOException {
        return of(laidOver(file(), file("deploy/secure.yml")));
    }

    static JsonNode file() throws IOException {
        return file("docker-compose.yml");
    }

    static JsonNode file(String name) throws IOException {
        Yaml yaml = new Yaml(new SafeConstructor(new LoaderOptions()));
        return JSON.valueToTree(yaml.<Object>load(Files.readString(Home.find().resolve(name))));
    }

    /** As Compose does it: maps are merged, volumes and ports added, and of all else the second holds. */
    private static JsonNode laidOver(JsonNode first, JsonNode second) {
        ObjectNode merged = first.deepCopy();
        second.properties().forEach(setting -> {
            JsonNode before = merged.path(setting.getKey());
            if (before.isObject() && setting.getValue().isObject()) {
                merged.set(setting.getKey(), laidOver(before, setting.getValue()));
            } else if (before.isArray() && ADDED_TO.contains(setting.getKey())) {
                merged.set(setting.getKey(), ((ArrayNode) before).deepCopy().addAll((ArrayNode) setting.getValue()));
            } else {
                merged.set(setting.getKey(), setting.getValue());
            }
        });
        return merged;
    }

    private static List<ComposeService> of(JsonNode file) {
        return file.path("services").propertyStream().map(ComposeService::of).toList();
    }

    private static ComposeService of(Map.Entry<String, JsonNode> service) {
        return new ComposeService(service.getKey(), service.getValue());
    }

    /** Whether it starts without a profile being named. */
    boolean isDefault() {
        return !settings.has("profiles");
    }

    /** Whether it ends when it has done its work. */
    boolean isOneShot() {
        return !settings.path("restart").asText().equals("unless-stopped");
    }

    long memoryMebibytes() {
        String limit = settings.path("mem_limit").asText();
        if (!limit.endsWith("m")) {
            throw new IllegalStateException(name + " has no limit in MiB but '" + limit + "'");
        }
        return Long.parseLong(limit.substring(0, limit.length() - 1));
    }

    Stream<String> texts(String setting) {
        return settings.path(setting).valueStream().map(JsonNode::asText);
    }

    @Override
    public String toString() {
        return name;
    }
}
