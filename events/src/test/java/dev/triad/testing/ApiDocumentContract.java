package dev.triad.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.TextNode;
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
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
    private static final int STATUS_PROBLEM = 400;
    private static final int STATUS_NO_CONTENT = 204;

    /** Of these every field may be left out. */
    private static final Set<String> OPTIONAL_THROUGHOUT = Set.of("SimulationSettings", "PolicyView");

    @SuppressWarnings("NullAway.Init") // read() sets it before each test.
    private ApiDocument document;

    /** Where the service is. */
    protected abstract URI service();

    /** Every problem that the service can answer with, in the words of its code. */
    protected abstract Stream<Problem> problems();

    /** What stands for a parameter of a path where the document's own example will not do; null where it will. */
    protected abstract @Nullable String parameter(String path, String name);

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
                assertThat(answer(operation, address(operation, null), null)).isLessThan(STATUS_PROBLEM);
            }
            for (Example request : requests) {
                assertThat(answer(operation, address(operation, null), request.value()))
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
                    String address = address(operation, name);
                    assertThat(answer(operation, address, body))
                            .as(operation.method() + ' ' + address)
                            .isGreaterThanOrEqualTo(STATUS_PROBLEM);
                }
            }
        }
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
        String where = operation.method() + ' ' + address + ' ' + response.statusCode() + ' ' + response.body();
        JsonNode documented = operation.node().path("responses").path(String.valueOf(response.statusCode()));
        assertThat(documented.isMissingNode()).as(where).isFalse();
        if (response.statusCode() == STATUS_NO_CONTENT) {
            assertThat(response.body()).as(where).isEmpty();
            return STATUS_NO_CONTENT;
        }
        String mediaType =
                response.headers().firstValue("Content-Type").orElse("").split(";", -1)[0];
        JsonNode content = documented.path("content").path(mediaType);
        assertThat(content.isMissingNode()).as(mediaType + " of " + where).isFalse();
        JsonNode value = mediaType.endsWith("json") ? json(response) : TextNode.valueOf(response.body());
        assertThat(document.faults(content.path("schema"), value)).as(where).isEmpty();
        if (response.statusCode() >= STATUS_PROBLEM) {
            assertThat(content.path("examples").has(value.path("code").asText()))
                    .as(where)
                    .isTrue();
        }
        return response.statusCode();
    }

    private List<Example> requests(Operation operation) {
        return document.examples(operation + " request", operation.node().path("requestBody"));
    }

    private static List<Map.Entry<String, JsonNode>> responses(Operation operation) {
        return List.copyOf(operation.node().path("responses").properties());
    }

    /** The address that an operation's examples lead to; one parameter may be of something that there is not. */
    private String address(Operation operation, @Nullable String unknown) {
        String address = operation.path();
        List<String> query = new ArrayList<>();
        for (JsonNode parameter : operation.node().path("parameters")) {
            String name = parameter.path("name").asText();
            String own = parameter(operation.path(), name);
            String value = own == null ? parameter.path("example").asText() : own;
            if (name.equals(unknown)) {
                value = "nowhere";
            }
            String encoded = URLEncoder.encode(value, StandardCharsets.UTF_8);
            if (parameter.path("in").asText().equals("path")) {
                assertThat(value).as(name + " of " + operation).isNotEmpty();
                address = address.replace('{' + name + '}', encoded);
            } else if (parameter.path("in").asText().equals("query") && !value.isEmpty()) {
                query.add(name + '=' + encoded);
            }
        }
        return query.isEmpty() ? address : address + '?' + String.join("&", query);
    }

    /** Sends any request to the service, for what a test needs first. */
    protected HttpResponse<String> send(String method, String path, @Nullable JsonNode body) {
        HttpRequest request = HttpRequest.newBuilder(service().resolve(path))
                .header("Content-Type", "application/json")
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body.toString()))
                .build();
        try {
            return HTTP.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for an answer", e);
        }
    }

    protected static JsonNode json(HttpResponse<String> response) {
        try {
            return JSON.readTree(response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
