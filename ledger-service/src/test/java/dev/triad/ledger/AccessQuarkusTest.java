package dev.triad.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.triad.events.CloudEvent;
import dev.triad.events.EventType;
import dev.triad.events.ReturnLine;
import dev.triad.events.SaleReturned;
import dev.triad.events.Source;
import dev.triad.events.Topics;
import dev.triad.ledger.posting.Streams;
import dev.triad.testing.AccessContract;
import dev.triad.testing.IssuerTestResource;
import dev.triad.testing.KafkaTestResource;
import dev.triad.testing.PostgresTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The ledger of two companies, each of which has readers who must not learn of the other. */
@QuarkusTest
@QuarkusTestResource(KafkaTestResource.class)
@QuarkusTestResource(PostgresTestResource.class)
@QuarkusTestResource(value = IssuerTestResource.class, restrictToAnnotatedClass = true)
class AccessQuarkusTest extends AccessContract {
    private static final String OTHER = "zanzibar";
    private static final String OTHER_BOOK = "spices-for-nothing";
    private static final Duration WAIT = Duration.ofSeconds(30);
    private static final List<String> ALL_ROLES = List.of("reader", "operator", "auditor");
    private static final List<String> EVERY_GROUP = List.of("*");
    private static final List<CloudEvent> OTHERS = Streams.of(OTHER, 2, 60, number -> new UUID(0x7001, number));

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String servers;

    @BeforeEach
    void post() {
        try (LedgerClient client = new LedgerClient(servers)) {
            client.send(BooksQuarkusTest.STREAM);
            client.send(OTHERS);
            client.send(unsold(OWN), unsold(OTHER));
            client.sendRecords(List.of(
                    new ProducerRecord<>(Topics.COSTS, new byte[0], "nobody's".getBytes(StandardCharsets.UTF_8))));
        }
        await().atMost(WAIT).untilAsserted(() -> {
            for (String group : List.of(OWN, OTHER)) {
                String event =
                        "/api/v1/events/" + group + "/store/" + sale(group).id();
                assertThat(send("GET", event, null, all()).status()).isEqualTo(200);
                assertThat(ask("/api/v1/suspense?state=waiting&group=" + group).path("items"))
                        .isNotEmpty();
            }
        });
        live(OTHER_BOOK, OTHER);
    }

    @Override
    protected String name() {
        return "ledger-service";
    }

    @Override
    protected URI service() {
        return URI.create(RestAssured.baseURI + ":" + RestAssured.port);
    }

    @Override
    protected String other() {
        return OTHER;
    }

    @Override
    protected Set<String> traces() {
        return Set.of(
                OTHER, OTHER_BOOK, sale(OTHER).id().toString(), rate(OTHER).id().toString());
    }

    @Override
    protected @Nullable String parameter(String path, String name, String group) {
        return switch (name) {
            case "book" -> book(path, group);
            case "books" -> "actual," + book("/api/v1/books/", group);
            case "id" -> id(path, group);
            default -> null;
        };
    }

    private String book(String path, String group) {
        return switch (group) {
            case OTHER -> OTHER_BOOK;
            case NOWHERE -> "no-such-book";
            default -> path.startsWith("/api/v1/books/") ? live("free-cloud", OWN) : "actual";
        };
    }

    private String id(String path, String group) {
        boolean isNowhere = group.equals(NOWHERE);
        if (path.startsWith("/api/v1/entries")) {
            return isNowhere
                    ? "sales-5-77777777"
                    : ask("/api/v1/events/" + group + "/store/" + sale(group).id())
                            .at("/entries/0/id")
                            .asText();
        }
        if (path.startsWith("/api/v1/suspense")) {
            return isNowhere
                    ? "77777777"
                    : ask("/api/v1/suspense?state=waiting&group=" + group)
                            .at("/items/0/id")
                            .asText();
        }
        if (isNowhere) {
            return new UUID(0x7002, 1).toString();
        }
        return (path.startsWith("/api/v1/repricings") ? rate(group) : sale(group))
                .id()
                .toString();
    }

    @Test
    void whatIsOfNoKnownGroupIsForThoseWhoSeeAll() {
        // Given
        JsonNode items = ask("/api/v1/suspense?limit=500").path("items");
        List<String> nobodys = items.valueStream()
                .filter(item -> !item.has("group"))
                .map(item -> item.path("id").asText())
                .toList();
        assertThat(nobodys).isNotEmpty();

        // When, Then
        String narrow = token(ALL_ROLES, List.of(OWN, OTHER));
        JsonNode seen = json(send("GET", "/api/v1/suspense?limit=500", null, narrow));
        assertThat(seen.path("items").valueStream()).isNotEmpty().allMatch(item -> item.has("group"));
        assertThat(counted(seen)).isEqualTo(counted(ask("/api/v1/suspense")) - nobodys.size());
        assertThat(send("GET", "/api/v1/suspense/" + nobodys.getFirst(), null, narrow)
                        .status())
                .isEqualTo(404);
        assertThat(send("GET", "/api/v1/suspense/" + nobodys.getFirst(), null, all())
                        .status())
                .isEqualTo(200);
    }

    @Test
    void aNameThatIsRepeatedInTheAddressDoesNotHideAnother() {
        String address = "/api/v1/suspense?group=" + OWN + "&group=" + OTHER;
        assertThat(send("GET", address, null, token(ALL_ROLES, List.of(OWN))).status())
                .isEqualTo(404);
        assertThat(send("GET", "/api/v1/claims?groups=" + OWN + ',' + OTHER, null, token(ALL_ROLES, List.of(OWN)))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void whoAsksForAnotherGroupsEventsByTheirIdsLearnsNothing() {
        ObjectNode question = JsonNodeFactory.instance.objectNode().put("source", "/" + OTHER + "/store");
        question.putArray("ids").add(sale(OTHER).id().toString());
        String lookup = "/api/v1/events/lookup";

        assertThat(json(send("POST", lookup, question, all())).path("events")).hasSize(1);
        assertThat(json(send("POST", lookup, question, token(ALL_ROLES, List.of(OWN))))
                        .path("events"))
                .isEmpty();
    }

    @Test
    void aKeyOfOneGroupIsNotInTheWayOfAnothers() {
        // Given
        String period = "/api/v1/groups/" + OTHER + "/periods/2025-12";
        JsonNode rate = parsed("""
                {"group": "amazon", "provider": "cloud", "resource": "compute", "unitOfMeasure": "vcpu-hour", "list": "0.3",
                 "marginalCost": "0.01", "fullCost": "0.1", "effectiveFrom": "2026-01-01T00:00:00Z", "dryRun": false}""");

        // When: somebody of one group takes the key that the closing of another has
        Answer taken = send(
                "POST",
                "/api/v1/repricings",
                rate,
                token(List.of("operator"), List.of(OWN)),
                Map.of("Idempotency-Key", "close " + OTHER + " 2025-12"));

        // Then
        assertThat(taken.status()).as(taken.body()).isEqualTo(202);
        String operator = token(List.of("operator"), List.of(OTHER));
        assertThat(json(send("GET", period, null, operator)).path("state").asText())
                .isEqualTo("open");
        assertThat(send("POST", period + "/close", null, operator).status()).isLessThan(300);
    }

    @Test
    void aStreamShowsAndCountsOnlyWhatItsReaderSees() throws IOException, InterruptedException {
        // Given
        String narrow = token(List.of("reader"), List.of(OWN));
        try (BufferedReader stream = stream(narrow)) {
            skipTo(stream, "event:hello");

            // When
            List<CloudEvent> others = sales(Streams.of(OTHER, 3, 40, number -> new UUID(0x7003, number)));
            List<CloudEvent> own = sales(Streams.of(OWN, 3, 20, number -> new UUID(0x7004, number)));
            try (LedgerClient client = new LedgerClient(servers)) {
                client.send(others);
                client.send(own);
            }

            await().atMost(WAIT).until(() -> posted(others) && posted(own));

            // Then
            List<String> lines = linesUntil(stream, "\"matched\":" + own.size() + ',');
            lines.addAll(linesUntil(stream, "\"matched\":"));
            assertThat(lines).noneMatch(line -> line.contains(OTHER) || line.contains("unseen"));
            assertThat(lines.stream().filter("event:entry"::equals)).hasSize(own.size());
            assertThat(lines.getLast()).contains("\"matched\":" + own.size() + ",\"sent\":" + own.size());
            assertThat(lines.stream().filter(line -> line.startsWith("id:")))
                    .isNotEmpty()
                    .allMatch(line -> line.matches("id:[0-9a-z]{8}-[0-9a-f]{32}"));
        }
    }

    @Test
    void aStreamEndsWithItsToken() throws IOException, InterruptedException {
        // Given
        long end = Instant.now().getEpochSecond() + 3;
        String brief =
                mint().holder(List.of("reader"), List.of(OWN)).with("exp", end).signed();

        // When
        try (BufferedReader stream = stream(brief)) {
            skipTo(stream, "event:hello");
            String line = stream.readLine();
            while (line != null) {
                line = stream.readLine();
            }
        }

        // Then
        assertThat(Instant.now().getEpochSecond()).isBetween(end, end + 30);
    }

    @Test
    void aBrowserSignsInWithATokenAndOutAgain() throws IOException, InterruptedException {
        // When
        String token = token(List.of("operator"), List.of(OWN));
        HttpResponse<String> signedIn =
                browser("POST", "/api/v1/session", "{\"token\": \"" + token + "\"}", null, null);

        // Then
        String cookie = signedIn.headers().firstValue("Set-Cookie").orElseThrow();
        assertThat(signedIn.statusCode()).isEqualTo(200);
        assertThat(cookie)
                .startsWith("triad-session=" + token + "; Path=/; HttpOnly; SameSite=Strict; Max-Age=")
                .doesNotContain("Secure");
        String sent = "triad-session=" + token;
        assertThat(browser("GET", "/api/v1/groups/" + OWN, null, sent, null).statusCode())
                .isEqualTo(200);
        assertThat(browser("GET", "/api/v1/groups/" + OTHER, null, sent, null).statusCode())
                .isEqualTo(404);
        JsonNode session =
                parsed(browser("GET", "/api/v1/session", null, sent, null).body());
        assertThat(session.path("roles").toString()).isEqualTo("[\"operator\"]");
        assertThat(session.path("groups").toString()).isEqualTo("[\"amazon\"]");
        assertThat(browser("DELETE", "/api/v1/session", null, sent, null)
                        .headers()
                        .firstValue("Set-Cookie"))
                .hasValueSatisfying(
                        gone -> assertThat(gone).startsWith("triad-session=;").contains("Max-Age=0"));
        assertThat(browser("POST", "/api/v1/session", "{\"token\": \"" + token + "x\"}", null, null)
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void onlyTheLedgersOwnPageChangesSomethingByCookie() throws IOException, InterruptedException {
        String cookie = "triad-session=" + token(List.of("operator"), List.of(OWN));
        String redrive = "/api/v1/suspense/" + id("/api/v1/suspense", OWN) + "/redrive";
        String own = service().toString();

        assertThat(browser("POST", redrive, null, cookie, own).statusCode()).isEqualTo(200);
        for (String origin : List.of("https://elsewhere.example", "http://localhost:9", "null")) {
            assertThat(browser("POST", redrive, null, cookie, origin).statusCode())
                    .as(origin)
                    .isEqualTo(403);
        }
        assertThat(browser("POST", redrive, null, cookie, null).statusCode()).isEqualTo(403);
    }

    private HttpResponse<String> browser(
            String method, String path, @Nullable String body, @Nullable String cookie, @Nullable String origin)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(service().resolve(path))
                .header("Content-Type", "application/json")
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (cookie != null) {
            request.header("Cookie", cookie);
        }
        if (origin != null) {
            request.header("Origin", origin);
        }
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request.build(), BodyHandlers.ofString());
        }
    }

    private BufferedReader stream(String token) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(service().resolve("/api/v1/stream"))
                .header("Authorization", "Bearer " + token)
                .build();
        return new BufferedReader(new InputStreamReader(
                HttpClient.newHttpClient()
                        .send(request, BodyHandlers.ofInputStream())
                        .body(),
                StandardCharsets.UTF_8));
    }

    private boolean posted(List<CloudEvent> sales) {
        return sales.stream()
                .allMatch(sale -> ask("/api/v1/events" + sale.source() + '/' + sale.id())
                        .path("state")
                        .asText()
                        .equals("posted"));
    }

    private static List<CloudEvent> sales(List<CloudEvent> events) {
        return events.stream()
                .filter(event -> event.type() == EventType.SALE_RECORDED)
                .toList();
    }

    private static void skipTo(BufferedReader stream, String line) throws IOException {
        var unused = linesUntil(stream, line);
    }

    private static List<String> linesUntil(BufferedReader stream, String text) throws IOException {
        List<String> lines = new ArrayList<>();
        do {
            lines.add(stream.readLine());
        } while (!lines.getLast().contains(text));
        return lines;
    }

    private static long counted(JsonNode page) {
        return page.path("counts")
                .valueStream()
                .mapToLong(count -> count.path("items").asLong())
                .sum();
    }

    private String live(String name, String group) {
        ObjectNode book = JsonNodeFactory.instance
                .objectNode()
                .put("book", name)
                .put("group", group)
                .put("title", "The cloud charges other units nothing");
        book.putObject("policy").putObject("transferPrice").put("method", "free");
        assertThat(send("POST", "/api/v1/books", book, all()).status()).isLessThan(300);
        await().atMost(WAIT)
                .until(() -> ask("/api/v1/books/" + name).path("state").asText().equals("live"));
        return name;
    }

    private JsonNode ask(String path) {
        return json(send("GET", path, null, all()));
    }

    private static String all() {
        return token(ALL_ROLES, EVERY_GROUP);
    }

    /** A return of what was never sold, which waits. */
    private static CloudEvent unsold(String group) {
        UUID id = new UUID(0x7005, group.hashCode());
        return new CloudEvent(
                id,
                new Source(group, "store"),
                "order-of-" + group,
                Instant.parse("2026-03-01T12:00:00Z"),
                new SaleReturned(id, List.of(new ReturnLine(1, "sku", BigDecimal.ONE, null)), null));
    }

    private static CloudEvent sale(String group) {
        return first(group, EventType.SALE_RECORDED);
    }

    private static CloudEvent rate(String group) {
        return first(group, EventType.RATE_PUBLISHED);
    }

    private static CloudEvent first(String group, EventType type) {
        return (group.equals(OTHER) ? OTHERS : BooksQuarkusTest.STREAM)
                .stream()
                        .filter(event -> event.type() == type
                                && (type != EventType.SALE_RECORDED
                                        || event.source().unit().equals("store")))
                        .findFirst()
                        .orElseThrow();
    }
}
