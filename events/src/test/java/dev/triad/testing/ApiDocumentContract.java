package dev.triad.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.triad.events.Topics;
import dev.triad.problem.Problem;
import dev.triad.testing.ApiDocument.Example;
import dev.triad.testing.ApiDocument.Operation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Holds a running service to its OpenAPI document: every operation has an example of every answer, every example is
 * as its schema says, and so are the real answers to the requests that the document gives as examples.
 */
public abstract class ApiDocumentContract {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final String EVENT_STREAM = "text/event-stream";
    private static final String UNKNOWN_GROUP = "unknown-group";
    private static final String IDEMPOTENCY_KEY = "Idempotency-Key";
    private static final String REPLAYED = "Idempotency-Replayed";
    private static final int STATUS_PROBLEM = 400;
    private static final int STATUS_UNPROCESSABLE = 422;
    private static final int STATUS_NO_CONTENT = 204;

    /** Of these every field may be left out. */
    private static final Set<String> OPTIONAL_THROUGHOUT = Set.of("SimulationSettings", "PolicyView");

    @SuppressWarnings("NullAway.Init") // read() sets it before each test.
    private ApiDocument document;

    /** What the service says of itself. */
    final ApiDocument document() {
        return document;
    }

    /** Where the service is. */
    protected abstract URI service();

    /** Every problem that the service can answer with, in the words of its code. */
    protected abstract Stream<Problem> problems();

    /** What stands for a parameter of a path where the document's own example will not do; null where it will. */
    protected abstract @Nullable String parameter(String path, String name);

    /** A command that is carried out, where the document's own example only asks what it would do. */
    protected JsonNode command(String path, JsonNode example) {
        return example;
    }

    @BeforeEach
    void read() {
        document = new ApiDocument(json(send("GET", "/q/openapi?format=json", null)));
    }

    @Test
    void everyAnswerOfEveryOperationHasAnExample() {
        for (Operation operation : document.operations()) {
            for (Map.Entry<String, JsonNode> response : responses(operation)) {
                boolean isWithout = response.getKey().equals(String.valueOf(STATUS_NO_CONTENT));
                assertThat(document.examples(operation + " " + response.getKey(), response.getValue())
                                .isEmpty())
                        .as(operation + " " + response.getKey())
                        .isEqualTo(isWithout);
            }
        }
    }

    @Test
    void everyExampleIsAsItsSchemaSays() {
        for (Operation operation : document.operations()) {
            List<Example> examples = new ArrayList<>(requests(operation));
            responses(operation)
                    .forEach(response -> examples.addAll(
                            document.examples(operation + " " + response.getKey(), response.getValue())));
            for (Example example : examples) {
                assertThat(document.faults(example.schema(), example.value()))
                        .as(example.where())
                        .isEmpty();
            }
        }
    }

    @Test
    void everyProblemIsOneOfTheService() {
        Set<Problem> known = problems()
                .map(problem -> Problem.of(problem.status(), problem.code(), problem.title(), null))
                .collect(Collectors.toSet());
        for (Operation operation : document.operations()) {
            for (Map.Entry<String, JsonNode> response : responses(operation)) {
                int status = Integer.parseInt(response.getKey());
                if (status >= STATUS_PROBLEM) {
                    for (Example example : document.examples(operation + " " + status, response.getValue())) {
                        JsonNode problem = example.value();
                        assertThat(known)
                                .as(example.where())
                                .contains(Problem.of(
                                        status,
                                        problem.path("code").asText(),
                                        problem.path("title").asText(),
                                        null));
                        assertThat(problem.path("status").asInt()).isEqualTo(status);
                        assertThat(problem.path("type").asText())
                                .endsWith(':' + problem.path("code").asText());
                    }
                }
            }
        }
    }

    @Test
    void everyExampleOfARequestGetsAnAnswerAsDocumented() {
        for (Operation operation : document.operations()) {
            List<Example> requests = requests(operation);
            if (responses(operation).stream()
                    .anyMatch(response -> response.getValue().at("/content").has(EVENT_STREAM))) {
                continue; // It has no end; its own test reads of it.
            }
            if (requests.isEmpty()) {
                assertThat(answer(operation, address(operation, parameters(operation)), null))
                        .isLessThan(STATUS_PROBLEM);
            }
            for (Example request : requests) {
                assertThat(answer(operation, address(operation, parameters(operation)), request.value()))
                        .as(request.where())
                        .isLessThan(STATUS_PROBLEM);
            }
        }
    }

    @Test
    void whatThereIsNotGetsAProblemAsDocumented() {
        for (Operation operation : document.operations()) {
            JsonNode body =
                    requests(operation).stream().findFirst().map(Example::value).orElse(null);
            for (JsonNode parameter : operation.node().path("parameters")) {
                String name = parameter.path("name").asText();
                boolean group = name.equals("group")
                        && !operation.node().findParents(UNKNOWN_GROUP).isEmpty();
                if (parameter.path("in").asText().equals("path") || group) {
                    Map<String, String> parameters = parameters(operation);
                    parameters.put(name, "nowhere");
                    String address = address(operation, parameters);
                    assertThat(answer(operation, address, body))
                            .as(operation.method() + ' ' + address)
                            .isGreaterThanOrEqualTo(STATUS_PROBLEM);
                }
            }
        }
    }

    @Test
    void aCommandThatComesTwiceCountsOnce() {
        for (Operation operation : document.operations()) {
            if (takesKey(operation)) {
                for (Example example : requests(operation)) {
                    assertCountsOnce(operation, command(operation.path(), example.value()));
                }
            }
        }
    }

    private void assertCountsOnce(Operation operation, JsonNode body) {
        String address = address(operation, parameters(operation));
        String key = "once " + UUID.randomUUID();
        HttpResponse<String> first = send("POST", address, body, Map.of(IDEMPOTENCY_KEY, key));
        String where = operation + " " + body + " " + first.body();
        assertThat(documentFaults(operation, first)).as(where).isEmpty();
        assertThat(first.statusCode()).as(where).isLessThan(STATUS_PROBLEM);
        assertThat(first.headers().firstValue(IDEMPOTENCY_KEY)).as(where).hasValue(key);
        assertThat(first.headers().firstValue(REPLAYED)).as(where).isEmpty();
        long caused = recordsCausedBy(key);
        assertThat(caused).as(where).isPositive();

        HttpResponse<String> again = send("POST", address, body, Map.of(IDEMPOTENCY_KEY, key));
        HttpResponse<String> another = send("POST", address, dearer(body), Map.of(IDEMPOTENCY_KEY, key));

        assertThat(again.statusCode()).as(where).isEqualTo(first.statusCode());
        assertThat(again.body()).as(where).isEqualTo(first.body());
        assertThat(again.headers().firstValue("Location"))
                .as(where)
                .isEqualTo(first.headers().firstValue("Location"));
        assertThat(again.headers().firstValue(REPLAYED)).as(where).hasValue("true");
        assertThat(another.statusCode()).as(where + another.body()).isEqualTo(STATUS_UNPROCESSABLE);
        assertThat(documentFaults(operation, another)).as(where).isEmpty();
        assertThat(json(another).path("code").asText()).as(where).endsWith("key-reused");
        assertThat(recordsCausedBy(key)).as(where).isEqualTo(caused);
    }

    private static boolean takesKey(Operation operation) {
        return operation.node().path("parameters").findValuesAsText("name").contains(IDEMPOTENCY_KEY);
    }

    /** How much there is in the log for a command, in events. */
    private static long recordsCausedBy(String key) {
        String servers = ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class);
        try (EventLog log = new EventLog(servers)) {
            return Topics.EVENTS.stream()
                    .mapToLong(topic -> log.events(topic, event -> key.equals(event.idempotencyKey()))
                            .size())
                    .sum();
        }
    }

    /** A body that differs in one amount, or else in one text. */
    private static JsonNode dearer(JsonNode body) {
        String text = body.toString();
        String changed = text.replaceFirst("\"(\\d+)([.]\\d+)?\"", "\"1$1$2\"");
        return parsed(changed.equals(text) ? text.replaceFirst("echo-dot", "echo-show") : changed);
    }

    @Test
    void everySchemaHasANameOfItsOwn() {
        assertThat(document.schemas().map(Map.Entry::getKey)).noneMatch(name -> name.matches(".*\\d"));
        assertThat(document.schemas().filter(schema -> schema.getValue().has("properties")))
                .allMatch(schema -> schema.getValue().has("required") || OPTIONAL_THROUGHOUT.contains(schema.getKey()));
    }

    /** Sends a request and holds the answer to the document; its status. */
    private int answer(Operation operation, String address, @Nullable JsonNode body) {
        HttpResponse<String> response = send(operation.method(), address, body);
        assertThat(documentFaults(operation, response))
                .as(operation.method() + ' ' + address + ' ' + response.statusCode() + ' ' + response.body())
                .isEmpty();
        return response.statusCode();
    }

    /** What the document has against an answer. */
    final List<String> documentFaults(Operation operation, HttpResponse<String> response) {
        JsonNode documented = operation.node().path("responses").path(String.valueOf(response.statusCode()));
        if (documented.isMissingNode()) {
            return List.of("the document has no such status");
        }
        if (response.statusCode() == STATUS_NO_CONTENT) {
            return response.body().isEmpty() ? List.of() : List.of("there is a body");
        }
        String mediaType =
                response.headers().firstValue("Content-Type").orElse("").split(";", -1)[0];
        JsonNode content = documented.path("content").path(mediaType);
        if (content.isMissingNode()) {
            return List.of("the document does not have it in " + mediaType);
        }
        JsonNode value = mediaType.endsWith("json") ? json(response) : TextNode.valueOf(response.body());
        List<String> faults = new ArrayList<>(document.faults(content.path("schema"), value));
        if (response.statusCode() >= STATUS_PROBLEM
                && !content.path("examples").has(value.path("code").asText())) {
            faults.add("the document has no such code");
        }
        return faults;
    }

    private List<Example> requests(Operation operation) {
        return document.examples(operation + " request", operation.node().path("requestBody"));
    }

    private static List<Map.Entry<String, JsonNode>> responses(Operation operation) {
        return List.copyOf(operation.node().path("responses").properties());
    }

    /** What the examples have for the parameters of an operation's path and query. */
    final Map<String, String> parameters(Operation operation) {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (JsonNode parameter : operation.node().path("parameters")) {
            String name = parameter.path("name").asText();
            String own = parameter(operation.path(), name);
            String value = own == null ? parameter.path("example").asText() : own;
            if (parameter.path("in").asText().equals("path")) {
                assertThat(value).as(name + " of " + operation).isNotEmpty();
                parameters.put(name, value);
            } else if (parameter.path("in").asText().equals("query") && !value.isEmpty()) {
                parameters.put(name, value);
            }
        }
        return parameters;
    }

    /** The address of an operation with these parameters. */
    static String address(Operation operation, Map<String, String> parameters) {
        String address = operation.path();
        List<String> query = new ArrayList<>();
        for (Map.Entry<String, String> parameter : parameters.entrySet()) {
            String encoded = URLEncoder.encode(parameter.getValue(), StandardCharsets.UTF_8)
                    .replace("+", "%20");
            String place = '{' + parameter.getKey() + '}';
            if (address.contains(place)) {
                address = address.replace(place, encoded);
            } else {
                query.add(parameter.getKey() + '=' + encoded);
            }
        }
        return query.isEmpty() ? address : address + '?' + String.join("&", query);
    }

    /** Sends any request to the service, for what a test needs first. */
    protected HttpResponse<String> send(String method, String path, @Nullable JsonNode body) {
        return send(method, path, body, Map.of());
    }

    private HttpResponse<String> send(
            String method, String path, @Nullable JsonNode body, Map<String, String> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(service().resolve(path))
                .header("Content-Type", "application/json")
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body.toString()));
        headers.forEach(request::header);
        try {
            return HTTP.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for an answer", e);
        }
    }

    protected static JsonNode json(HttpResponse<String> response) {
        return parsed(response.body());
    }

    private static JsonNode parsed(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
