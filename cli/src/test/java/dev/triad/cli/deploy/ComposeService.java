package dev.triad.cli.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.triad.cli.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
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

    static List<ComposeService> all() throws IOException {
        return file().path("services").propertyStream().map(ComposeService::of).toList();
    }

    static JsonNode file() throws IOException {
        Yaml yaml = new Yaml(new SafeConstructor(new LoaderOptions()));
        return JSON.valueToTree(yaml.<Object>load(Files.readString(Home.find().resolve("docker-compose.yml"))));
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
