package dev.triad.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.triad.testing.ApiDocument.Operation;
import dev.triad.testing.HostileRequests.Request;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Holds a running service to its OpenAPI document also where it is asked what nobody should: every answer is one that the
 * document has, whoever is refused is told why in a sentence, nothing fails, and the service is as ready as before.
 */
public abstract class HostileRequestsContract extends ApiDocumentContract {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Set<String> METHODS = Set.of("GET", "POST", "PUT", "DELETE", "PATCH", "PROPFIND");
    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final int SHOWN = 200;
    private static final int SHOWN_MAX = 40;
    private static final int LOCATION_MADE = 300;
    private static final int DETAIL_MAX = 400;
    private static final Pattern SENTENCE = Pattern.compile("[^\\p{Cntrl}]*\\w+ \\w+[^\\p{Cntrl}]*");
    private static final Pattern INNER = Pattern.compile("Exception|java\\.|jakarta\\.|dev\\.triad|\\bat line\\b|SQL");

    @Test
    @Tag("long")
    protected void whateverIsAskedIsAnsweredAsDocumented() {
        List<String> faults = new ArrayList<>();
        int asked = 0;
        for (Operation operation : document().operations()) {
            Map<String, String> usual = parameters(operation);
            for (Request request : HostileRequests.to(document(), operation)) {
                faults.addAll(faults(operation, usual, request));
                asked++;
            }
        }
        assertThat(faults.stream().limit(SHOWN_MAX))
                .as("%s of %s requests", faults.size(), asked)
                .isEmpty();
        assertThat(asked).isPositive();
        assertThat(send("GET", "/q/health/ready", null).statusCode()).isEqualTo(200);
    }

    @Test
    void aMethodThatAnAddressDoesNotTakeIsRefused() {
        for (Operation operation : document().operations()) {
            String address = address(operation, parameters(operation));
            Set<String> taken = taken(address.replaceFirst("[?].*", ""));
            for (String method : METHODS) {
                if (!taken.contains(method)) {
                    HttpResponse<String> answer = send(method, address, null);
                    // One that is a part of another's is an address that there is not.
                    assertThat(answer.statusCode()).as(method + " " + address).isIn(404, 405);
                    assertThat(refusalFaults(answer)).as(method + " " + address).isEmpty();
                }
            }
        }
    }

    /** The methods of all operations whose address this may be. */
    private Set<String> taken(String path) {
        return document().operations().stream()
                .filter(operation -> path.matches(operation.path().replaceAll("\\{\\w+}", "[^/]+")))
                .map(Operation::method)
                .collect(Collectors.toSet());
    }

    @Test
    void anAddressThatCannotBeReadIsRefused() throws IOException {
        for (String path :
                List.of("/api/v1/%", "/api/v1/%zz", "/api/v1/x?group=%zz", "/api/v1/\\..\\", "api", "//", "*")) {
            try (Socket socket = new Socket(service().getHost(), service().getPort())) {
                socket.setSoTimeout((int) LONGEST.toMillis());
                socket.getOutputStream()
                        .write(("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
                                .getBytes(StandardCharsets.US_ASCII));
                String status = new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);
                assertThat(status).as(path).matches("HTTP/1.1 (200|30\\d|4\\d\\d)");
            }
        }
    }

    private List<String> faults(Operation operation, Map<String, String> usual, Request request) {
        String address = address(operation, overridden(usual, request.parameters()));
        HttpResponse<String> answer;
        try {
            answer = ask(operation.method(), address, request);
        } catch (IOException e) {
            return List.of("no answer: %s, %s: %s".formatted(operation, shortened(request.what()), e));
        }
        List<String> faults = new ArrayList<>();
        if (isElsewhere(request)) {
            if (answer.statusCode() >= 500) {
                faults.add("it fails");
            }
        } else {
            faults.addAll(documentFaults(operation, answer));
        }
        if (answer.statusCode() >= 400) {
            faults.addAll(refusalFaults(answer));
        }
        if (header(answer, "X-Request-Id").isEmpty()) {
            faults.add("it has no X-Request-Id");
        }
        if (!header(answer, "X-Injected").isEmpty()) {
            faults.add("it has a header of the request's making");
        }
        if (!header(answer, "X-Content-Type-Options").equals("nosniff")
                || !header(answer, "X-Frame-Options").equals("DENY")) {
            faults.add("a browser may guess its type or frame it");
        }
        if (!header(answer, "Cache-Control").matches("no-store|no-cache")) {
            faults.add("a browser or a proxy may keep it");
        }
        undo(answer);
        return faults.stream()
                .map(fault -> "%s: %s %s, %s: %s %s"
                        .formatted(
                                fault,
                                operation.method(),
                                shortened(address),
                                shortened(request.what()),
                                answer.statusCode(),
                                shortened(answer.body())))
                .toList();
    }

    /** What is wrong with an answer that refuses. */
    private static List<String> refusalFaults(HttpResponse<String> answer) {
        List<String> faults = new ArrayList<>();
        if (!header(answer, "Content-Type").startsWith("application/problem+json")) {
            return List.of("it is no problem");
        }
        JsonNode problem = json(answer);
        String detail = problem.path("detail").asText();
        if (problem.path("type").asText().isEmpty()
                || problem.path("title").asText().isEmpty()) {
            faults.add("it does not say what kind of problem");
        }
        if (problem.path("status").asInt() != answer.statusCode()) {
            faults.add("it is of another status");
        }
        if (!SENTENCE.matcher(detail).matches() || detail.length() > DETAIL_MAX) {
            faults.add("its detail is no sentence");
        }
        if (INNER.matcher(detail).find()) {
            faults.add("its detail tells what is inside");
        }
        return faults;
    }

    /** An address with a part that is empty, or no part at all, is that of something else. */
    private static boolean isElsewhere(Request request) {
        return request.parameters().values().stream().anyMatch(String::isEmpty);
    }

    private static Map<String, String> overridden(Map<String, String> usual, Map<String, String> hostile) {
        Map<String, String> all = new LinkedHashMap<>(usual);
        all.putAll(hostile);
        return all;
    }

    /** What a request made is deleted again, if it can be. */
    private void undo(HttpResponse<String> answer) {
        String made = header(answer, "Location");
        if (answer.statusCode() < LOCATION_MADE
                && document().operations().stream()
                        .anyMatch(operation -> operation.method().equals("DELETE")
                                && made.matches(".*" + operation.path().replaceAll("\\{\\w+}", "[^/]+")))) {
            assertThat(send("DELETE", made, null).statusCode()).as(made).isEqualTo(204);
        }
    }

    private HttpResponse<String> ask(String method, String address, Request request) throws IOException {
        byte @Nullable [] body = request.body();
        HttpRequest.Builder builder = HttpRequest.newBuilder(service().resolve(address))
                .timeout(LONGEST)
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
        request.headers().forEach(builder::header);
        try {
            return HTTP.send(
                    builder.build(),
                    info -> info.headers().firstValue("Content-Type").orElse("").startsWith("text/event-stream")
                            ? new Greeting()
                            : HttpResponse.BodySubscribers.ofString(StandardCharsets.UTF_8));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for an answer", e);
        }
    }

    /** Of a stream no more is read than what it says first. */
    private static final class Greeting implements HttpResponse.BodySubscriber<String> {
        private final CompletableFuture<String> text = new CompletableFuture<>();

        @SuppressWarnings("NullAway.Init") // The client subscribes it before all else.
        private Flow.Subscription subscription;

        @Override
        public CompletionStage<String> getBody() {
            return text;
        }

        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            this.subscription = subscription;
            subscription.request(1);
        }

        @Override
        public void onNext(List<ByteBuffer> buffers) {
            StringBuilder said = new StringBuilder();
            buffers.forEach(buffer -> said.append(StandardCharsets.UTF_8.decode(buffer)));
            text.complete(said.toString());
            subscription.cancel();
        }

        @Override
        public void onError(Throwable e) {
            text.completeExceptionally(e);
        }

        @Override
        public void onComplete() {
            text.complete("");
        }
    }

    private static String header(HttpResponse<String> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    private static String shortened(String text) {
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
    }
}
