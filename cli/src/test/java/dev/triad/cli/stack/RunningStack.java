package dev.triad.cli.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.triad.cli.Home;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A stack of packaged services that a test has started, on ports and in a folder of its own. */
public final class RunningStack implements AutoCloseable {
    private static final Duration LONGEST = Duration.ofMinutes(2);

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Path folder;
    private final Ports ports;
    private final CommandRun up;
    private Optional<String> authorization = Optional.empty();

    private RunningStack(
            Path folder,
            Ports ports,
            Set<Component> components,
            List<String> options,
            Map<String, String> environment) {
        this.folder = folder;
        this.ports = ports;
        List<String> arguments = new ArrayList<>(List.of("up", dataOption()));
        if (components.size() < Component.values().length) {
            arguments.add("--only=" + components.stream().map(Component::label).collect(Collectors.joining(",")));
        }
        components.forEach(component -> arguments.add(component.portOption() + "=" + ports.of(component)));
        arguments.addAll(options);
        this.up = CommandRun.start(folder, arguments, environment);
    }

    /** Starts these components and waits until all of them are ready. */
    public static RunningStack start(Path folder, Set<Component> components) throws IOException {
        return start(folder, components, List.of(), Map.of());
    }

    /** Starts these with more options, and environment variables for the services. */
    public static RunningStack start(
            Path folder, Set<Component> components, List<String> options, Map<String, String> environment)
            throws IOException {
        for (Component component : components) {
            assumeThat(!component.isService() || Files.exists(ServiceStarter.jar(Home.find(), component)))
                    .as(component.label() + "-service is built")
                    .isTrue();
        }
        RunningStack stack =
                new RunningStack(Files.createDirectories(folder), Ports.free(), components, options, environment);
        try {
            await().atMost(LONGEST)
                    .until(() -> stack.output().contains("Triad is up after")
                            || !stack.up.process().isAlive());
            assertThat(stack.up.process().isAlive()).as(stack.output()).isTrue();
        } catch (RuntimeException | AssertionError e) {
            stack.close();
            throw e;
        }
        return stack;
    }

    public Ports ports() {
        return ports;
    }

    public String bootstrapServers() {
        return "localhost:" + ports.of(Component.KAFKA);
    }

    /** What {@code triad up} has printed. */
    public String output() {
        return up.output();
    }

    /** Where its data is. */
    public DataDirectory data() {
        return new DataDirectory(folder.resolve("data"));
    }

    /** Shows this token with all that is asked from now on. */
    void signIn(String token) {
        authorization = Optional.of("Bearer " + token);
    }

    /** Calls {@code triad import} with this token, and waits for its end. */
    CommandRun importing(String token, String... arguments) {
        List<String> all = new ArrayList<>(List.of("import"));
        all.addAll(List.of(arguments));
        all.addAll(List.of(
                dataOption(),
                "--bootstrap-servers=" + bootstrapServers(),
                "--ledger=http://localhost:" + ports.of(Component.LEDGER)));
        CommandRun run = CommandRun.start(folder, all, Map.of("TRIAD_TOKEN", token));
        run.exitCode();
        return run;
    }

    /** Calls {@code triad status} and waits for its end. */
    public CommandRun status() {
        CommandRun status = CommandRun.start(folder, List.of("status", dataOption()));
        status.exitCode();
        return status;
    }

    /** Calls {@code triad verify} and waits for its end. */
    public CommandRun verify() {
        CommandRun verify = CommandRun.start(folder, List.of("verify", dataOption()));
        verify.exitCode();
        return verify;
    }

    /** The answer of a service; a failed assertion when it is not 200. */
    public JsonNode get(Component service, String path) {
        return json(send(service, path, "GET", null), 200);
    }

    public JsonNode post(Component service, String path, String body) {
        return json(send(service, path, "POST", body), 201);
    }

    public JsonNode put(Component service, String path, String body) {
        return json(send(service, path, "PUT", body), 200);
    }

    /** The sum of a service's metric over all of its labels that have this text in them. */
    public double metric(Component service, String name, String labels) {
        return send(service, "/q/metrics", "GET", null)
                .body()
                .lines()
                .filter(line -> line.startsWith(name) && line.contains(labels))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .sum();
    }

    private static JsonNode json(HttpResponse<String> response, int status) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        return json(response.body());
    }

    static JsonNode json(String text) {
        try {
            return RunFile.JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private HttpResponse<String> send(Component service, String path, String method, @Nullable String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + ports.of(service) + path))
                .header("Content-Type", "application/json")
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        authorization.ifPresent(bearer -> request.header("Authorization", bearer));
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private String dataOption() {
        return "--data-dir=" + folder.resolve("data");
    }

    /** Stops everything; what was said on the way is kept for nobody. */
    @Override
    public void close() {
        CommandRun.start(folder, List.of("down", dataOption())).exitCode();
        up.exitCode();
        http.close();
    }
}
