package dev.triad.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.triad.testing.ApiDocument.Operation;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Holds a running service, whose access is controlled, to what its OpenAPI document says of each operation: who may ask for
 * it, and that nobody learns anything of a group that they do not see. The operations are the document's, so that a new one
 * is held to the same, or fails for want of a word on whom it is for.
 */
public abstract class AccessContract {
    /** The group of the document's examples, whose token is tried on another group's things. */
    protected static final String OWN = "amazon";

    private static final String GROUP = "group";

    /** A group that there is not. */
    protected static final String NOWHERE = "nowhere";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final List<String> ROLES = List.of("reader", "operator", "auditor");
    private static final List<String> EVERY_GROUP = List.of("*");
    private static final String EVENT_STREAM = "text/event-stream";
    private static final int STATUS_PROBLEM = 400;
    private static final int STATUS_UNAUTHENTICATED = 401;
    private static final int STATUS_FORBIDDEN = 403;
    private static final int STATUS_FAILED = 500;

    private static final Duration LONGEST = Duration.ofSeconds(60);

    /** Of a stream no more is read than what it says at once: its greeting. */
    private static final int STREAMED_BYTES = 200;

    @SuppressWarnings("NullAway.Init") // read() sets it before each test.
    private ApiDocument document;

    /** Whom an operation is for; of an open one, no role. */
    private record Access(@Nullable String role, boolean everyGroup) {}

    /** A request. */
    private record Asked(
            Operation operation, String address, @Nullable JsonNode body) {
        @Override
        public String toString() {
            return operation.method() + ' ' + address + (body == null ? "" : " " + body);
        }
    }

    /** An answer. */
    protected record Answer(int status, String body, String challenge) {}

    /** The service by its module's name, as docs/security.md has it. */
    protected abstract String name();

    /** Where the service is. */
    protected abstract URI service();

    /** Another group that the service has, and that the token does not see. */
    protected abstract String other();

    /**
     * What stands for a parameter so that it names a thing of a group; of the group {@value #NOWHERE}, one that there is not.
     * Null where the document's own example will do.
     */
    protected abstract @Nullable String parameter(String path, String name, String group);

    /** What gives away that the other group is there: its names and its things'. */
    protected abstract Set<String> traces();

    @BeforeEach
    void read() {
        document = new ApiDocument(json(send("GET", "/q/openapi?format=json", null, null)));
    }

    @Test
    void everyOperationSaysWhomItIsFor() {
        assertThat(document.operations())
                .isNotEmpty()
                .allSatisfy(operation ->
                        assertThat(access(operation)).as(operation.toString()).isNotNull());
    }

    @Test
    void thePageOnSecuritySaysTheSame() throws IOException {
        String page = Files.readString(Path.of("../docs/security.md"));
        String table = page.substring(page.indexOf("### " + name() + "\n")).split("\n\n", 3)[1];
        List<String> rows = document.operations().stream()
                .map(operation -> "| `%s` | %s |".formatted(operation, inWords(access(operation))))
                .sorted()
                .toList();
        assertThat(table.lines().skip(2).sorted()).isEqualTo(rows);
    }

    private static String inWords(Access access) {
        return access.role() == null ? "anybody | " : access.role() + " | " + (access.everyGroup() ? "all" : "own");
    }

    @Test
    void withoutATokenNothingIsAnswered() {
        for (Operation operation : controlled()) {
            assertRefused(request(operation, OWN), null, STATUS_UNAUTHENTICATED, "unauthenticated");
        }
    }

    @Test
    void aTokenThatCannotBeTrustedIsNone() throws IOException {
        for (Map.Entry<String, String> bad : untrustedTokens().entrySet()) {
            for (Operation operation : controlled()) {
                assertRefused(
                        request(operation, OWN),
                        bad.getValue(),
                        STATUS_UNAUTHENTICATED,
                        "unauthenticated",
                        bad.getKey());
            }
        }
    }

    @Test
    void whoLacksTheRoleIsRefused() {
        for (Operation operation : controlled()) {
            String needed = access(operation).role();
            Asked asked = request(operation, OWN);
            assertRefused(asked, token(List.of(), EVERY_GROUP), STATUS_FORBIDDEN, "forbidden");
            for (String role : ROLES) {
                if (!role.equals(needed) && !"reader".equals(needed)) {
                    assertRefused(asked, token(List.of(role), EVERY_GROUP), STATUS_FORBIDDEN, "forbidden");
                }
            }
        }
    }

    @Test
    void whatIsAboutAllGroupsIsForThoseWhoSeeAll() {
        for (Operation operation : controlled()) {
            if (access(operation).everyGroup()) {
                assertRefused(request(operation, OWN), token(ROLES, List.of(OWN)), STATUS_FORBIDDEN, "forbidden");
            }
        }
    }

    @Test
    void whoMayAskIsAnswered() {
        for (Operation operation : controlled()) {
            Access access = access(operation);
            List<String> groups = access.everyGroup() ? EVERY_GROUP : List.of(OWN);
            Asked asked = request(operation, OWN);
            Answer answer = send(asked, token(List.of(String.valueOf(access.role())), groups));
            assertThat(answer.status()).as(asked + " " + answer.body()).isLessThan(STATUS_PROBLEM);
        }
    }

    @Test
    void openOperationsTellNothingOfAnyGroup() {
        for (Operation operation : document.operations()) {
            if (access(operation).role() == null) {
                Answer answer = send(request(operation, OWN), null);
                assertThat(answer.status()).as(operation.toString()).isNotEqualTo(STATUS_FORBIDDEN);
                assertThat(answer.body())
                        .as(operation.toString())
                        .doesNotContain(OWN)
                        .doesNotContain(other());
            }
        }
    }

    /** The heart of it: what another group has cannot be told from what there is not, in status, body and challenge. */
    @Test
    void anotherGroupsThingsAreAsIfTheyWereNot() {
        String narrow = token(ROLES, List.of(OWN));
        int told = 0;
        for (Operation operation : controlled()) {
            for (Set<String> named : namings(operation)) {
                Asked others = request(operation, other(), named);
                Asked nothings = request(operation, NOWHERE, named);
                Answer real = send(others, narrow);
                Answer imagined = send(nothings, narrow);
                assertThat(neutral(real, operation, other()))
                        .as(others.toString())
                        .isEqualTo(neutral(imagined, operation, NOWHERE));
                assertThat(real.status()).as(others + " " + real.body()).isNotEqualTo(STATUS_FORBIDDEN);
                told++;
            }
        }
        assertThat(told).isPositive();
    }

    /** Whatever is not asked of one group, lists and streams, leaves out what the caller does not see. */
    @Test
    void nothingThatIsShownIsOfAnotherGroup() {
        String narrow = token(ROLES, List.of(OWN));
        StringBuilder seenByAll = new StringBuilder();
        for (Operation operation : controlled()) {
            if (operation.method().equals("GET")) {
                for (boolean withOptions : List.of(true, false)) {
                    Asked asked = withOptions ? request(operation, OWN) : request(operation, OWN, Set.of(), false);
                    assertThat(send(asked, narrow).body()).as(asked.toString()).doesNotContain(traces());
                    seenByAll.append(send(asked, token(ROLES, EVERY_GROUP)).body());
                }
            }
        }
        assertThat(seenByAll).as("what who sees all is shown").contains(other());
    }

    @Test
    void metricsAreForThoseWhoSeeAllGroups() {
        assertThat(send("GET", "/q/metrics", null, null).status()).isEqualTo(STATUS_UNAUTHENTICATED);
        assertThat(send("GET", "/q/metrics", null, "e30.e30.").status()).isEqualTo(STATUS_UNAUTHENTICATED);
        assertThat(send("GET", "/q/metrics", null, token(ROLES, List.of(OWN))).status())
                .isEqualTo(STATUS_FORBIDDEN);
        assertThat(send("GET", "/q/metrics", null, token(List.of("reader"), EVERY_GROUP))
                        .status())
                .isEqualTo(200);
        assertThat(send("GET", "/q/./metrics", null, null).status()).isNotEqualTo(200);
        assertThat(send("GET", "/q/health/live", null, null).status()).isEqualTo(200);
    }

    private static Map<String, String> untrustedTokens() throws IOException {
        TokenMint good = mint().holder(ROLES, EVERY_GROUP);
        String location = ConfigProvider.getConfig().getValue(IssuerTestResource.PUBLIC_KEY_LOCATION, String.class);
        Map<String, String> bad = new LinkedHashMap<>();
        bad.put("no token at all", "nonsense");
        bad.put(
                "expired",
                good.with("exp", Instant.now().getEpochSecond() - 3_600).signed());
        bad.put(
                "not valid yet",
                good.with("nbf", Instant.now().getEpochSecond() + 3_600).signed());
        String signed = good.signed();
        bad.put("without its signature", signed.substring(0, signed.lastIndexOf('.') + 1));
        bad.put("cut off", signed.substring(0, signed.length() / 2));
        bad.put("for ever", good.without("exp").signed());
        bad.put(
                "signed by another",
                good.by(IssuerTestResource.newPair().getPrivate()).signed());
        bad.put(
                "of another issuer",
                good.with("iss", "https://elsewhere.example").signed());
        bad.put("for another audience", good.with("aud", "elsewhere").signed());
        bad.put("not signed", good.ofNoAlgorithm());
        bad.put("signed by the public key", good.bySecret(Files.readAllBytes(Path.of(URI.create(location)))));
        bad.put("too long", good.with("sub", "x".repeat(5_000)).signed());
        return bad;
    }

    /** Each parameter alone that names a thing, and all of them together. */
    private List<Set<String>> namings(Operation operation) {
        Set<String> names = parameters(operation).keySet().stream()
                .filter(name -> !differs(operation, name).isEmpty())
                .collect(Collectors.toSet());
        JsonNode body = body(operation);
        boolean bodyNames = body != null && !ofGroup(operation, body, other()).equals(ofGroup(operation, body, OWN));
        List<Set<String>> namings = new ArrayList<>();
        names.forEach(name -> namings.add(Set.of(name)));
        if (names.size() > 1) {
            namings.add(names);
        }
        if (bodyNames) {
            namings.add(Set.of("body"));
        }
        return namings;
    }

    /** What a parameter is for another group, if that is something else than for one's own. */
    private String differs(Operation operation, String name) {
        String value = value(operation, name, other());
        return value.equals(value(operation, name, OWN)) ? "" : value;
    }

    private Map<String, JsonNode> parameters(Operation operation) {
        Map<String, JsonNode> parameters = new LinkedHashMap<>();
        operation.node().path("parameters").forEach(parameter -> {
            if (!parameter.path("in").asText().equals("header")) {
                parameters.put(parameter.path("name").asText(), parameter);
            }
        });
        return parameters;
    }

    private String value(Operation operation, String name, String group) {
        if (name.equals(GROUP) || name.equals("groups")) {
            return group;
        }
        String own = parameter(operation.path(), name, group);
        return own == null
                ? parameters(operation)
                        .getOrDefault(name, MissingNode.getInstance())
                        .path("example")
                        .asText()
                : own;
    }

    private Asked request(Operation operation, String group) {
        return request(operation, group, parameters(operation).keySet());
    }

    /** A request whose named parameters are of a group, and all others of one's own. */
    private Asked request(Operation operation, String group, Set<String> named) {
        return request(operation, group, named, true);
    }

    private Asked request(Operation operation, String group, Set<String> named, boolean withOptions) {
        String address = operation.path();
        List<String> query = new ArrayList<>();
        for (Map.Entry<String, JsonNode> parameter : parameters(operation).entrySet()) {
            String name = parameter.getKey();
            String value = encoded(value(operation, name, named.contains(name) ? group : OWN));
            if (parameter.getValue().path("in").asText().equals("path")) {
                address = address.replace('{' + name + '}', value);
            } else if (!value.isEmpty()
                    && (withOptions || parameter.getValue().path("required").asBoolean())) {
                query.add(name + '=' + value);
            }
        }
        JsonNode body = body(operation);
        return new Asked(
                operation,
                query.isEmpty() ? address : address + '?' + String.join("&", query),
                body == null ? null : ofGroup(operation, body, named.contains("body") ? group : OWN));
    }

    private @Nullable JsonNode body(Operation operation) {
        return document.examples("request", operation.node().path("requestBody")).stream()
                .map(ApiDocument.Example::value)
                .findFirst()
                .orElse(null);
    }

    /** A body that names its group, or a source, as that of another group. */
    private JsonNode ofGroup(Operation operation, JsonNode body, String group) {
        JsonNode schema = operation.node().at("/requestBody/content/application~1json/schema");
        JsonNode changed = parsed(body.toString().replace("\"/" + OWN + '/', "\"/" + group + '/'));
        if (document.resolve(schema).path("properties").has(GROUP) && changed instanceof ObjectNode object) {
            object.put(GROUP, group);
        }
        return changed;
    }

    /** An answer in which what was asked for goes without its name. */
    private Answer neutral(Answer answer, Operation operation, String group) {
        String body = answer.body();
        for (String name : parameters(operation).keySet()) {
            String value = value(operation, name, group);
            if (!value.isEmpty() && !value.equals(value(operation, name, OWN))) {
                for (String part : value.split(",", -1)) {
                    body = without(body, part);
                }
            }
        }
        return new Answer(answer.status(), without(body, group), answer.challenge());
    }

    /** A text without a word, so that the number 4 is not taken out of the status 404. */
    private static String without(String text, String word) {
        return text.replaceAll("(?<![\\w-])" + Pattern.quote(word) + "(?![\\w-])", "…");
    }

    private List<Operation> controlled() {
        return document.operations().stream()
                .filter(operation -> access(operation).role() != null)
                .toList();
    }

    private static Access access(Operation operation) {
        JsonNode access = operation.node().path("x-triad-access");
        assertThat(access.has("role") || access.has("open"))
                .as("%s says whom it is for", operation)
                .isTrue();
        String role = access.path("role").textValue();
        assertThat(role == null || ROLES.contains(role))
                .as(operation.toString())
                .isTrue();
        return new Access(role, access.path("everyGroup").asBoolean());
    }

    private void assertRefused(Asked asked, @Nullable String token, int status, String code, String... because) {
        Answer answer = send(asked, token);
        String where = asked + " " + String.join(" ", because) + " " + answer.body();
        assertThat(answer.status()).as(where).isEqualTo(status);
        assertThat(parsed(answer.body()).path("code").asText()).as(where).isEqualTo(code);
        assertThat(answer.challenge()).as(where).startsWith("Bearer realm=\"triad\"");
        assertThat(document.faults(
                        asked.operation()
                                .node()
                                .at("/responses/" + status + "/content/application~1problem+json/schema"),
                        parsed(answer.body())))
                .as(where)
                .isEmpty();
    }

    private Answer send(Asked asked, @Nullable String token) {
        Answer answer = send(asked.operation().method(), asked.address(), asked.body(), token);
        assertThat(answer.status()).as(asked + " " + answer.body()).isLessThan(STATUS_FAILED);
        return answer;
    }

    /** Sends any request; of a stream, what comes first is the answer. */
    protected Answer send(String method, String path, @Nullable JsonNode body, @Nullable String token) {
        return send(method, path, body, token, Map.of());
    }

    /** Sends any request with further headers. */
    protected Answer send(
            String method, String path, @Nullable JsonNode body, @Nullable String token, Map<String, String> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(service().resolve(path))
                .timeout(LONGEST)
                .header("Content-Type", "application/json")
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body.toString()));
        headers.forEach(request::header);
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        try {
            HttpResponse<InputStream> response = HTTP.send(request.build(), BodyHandlers.ofInputStream());
            return new Answer(
                    response.statusCode(),
                    text(response),
                    response.headers().firstValue("WWW-Authenticate").orElse(""));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for an answer", e);
        }
    }

    private static String text(HttpResponse<InputStream> response) throws IOException {
        boolean isStream =
                response.headers().firstValue("Content-Type").orElse("").startsWith(EVENT_STREAM);
        try (InputStream body = response.body()) {
            byte[] bytes = isStream ? body.readNBytes(STREAMED_BYTES) : body.readAllBytes();
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }

    /** A token of the issuer that the service trusts. */
    protected static String token(List<String> roles, List<String> groups) {
        return mint().holder(roles, groups).signed();
    }

    protected static TokenMint mint() {
        return TokenMint.of(ConfigProvider.getConfig().getValue(IssuerTestResource.PRIVATE_KEY, String.class));
    }

    protected static JsonNode json(Answer answer) {
        return parsed(answer.body());
    }

    protected static JsonNode parsed(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
