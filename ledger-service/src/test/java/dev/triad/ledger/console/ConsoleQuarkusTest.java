package dev.triad.ledger.console;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import dev.triad.testing.KafkaTestResource;
import dev.triad.testing.PostgresTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.config.DecoderConfig;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** The page as a browser gets it: where, with what leave, and that it needs nothing from anywhere else. */
@QuarkusTest
@QuarkusTestResource(KafkaTestResource.class)
@QuarkusTestResource(PostgresTestResource.class)
class ConsoleQuarkusTest {
    private static final List<String> VIEWS = PageRoutes.VIEWS;
    private static final String BUNDLE = "/static/bundle/";
    private static final Pattern FILE = Pattern.compile("[\"'](?:/static/bundle/|\\./)([\\w.-]+\\.(?:js|css))[\"']");
    /** What a file needs before it can run; what it may ask for later stands in brackets. */
    private static final Pattern NEEDED =
            Pattern.compile("(?:from|import)\\s*[\"'](?:/static/bundle/|\\./)([\\w.-]+\\.js)[\"']");

    private static final Pattern HASHED = Pattern.compile(".+-[A-Z0-9]{8}\\.(js|css)");
    /** The charts' library alone is four times as large. */
    private static final int FRAME_CHARACTERS_MAX = 150_000;

    private static final Pattern ADDRESS = Pattern.compile("\\bhttps?://([\\w.-]+)");

    /** The name of an XML namespace, and where ECharts would have a mistake in a chart looked up: nobody asks them. */
    private static final Set<String> NEVER_ASKED = Set.of("www.w3.org", "github.com");

    @ParameterizedTest
    @FieldSource("VIEWS")
    void everyViewHasAnAddress(String view) {
        get('/' + view + "?group=amazon")
                .then()
                .statusCode(200)
                .contentType(startsWith("text/html"))
                .header("Content-Security-Policy", containsString("connect-src 'self' http://localhost:8081"))
                .header("X-Content-Type-Options", equalTo("nosniff"))
                .header("Referrer-Policy", equalTo("no-referrer"))
                .header("Cache-Control", equalTo("no-cache"))
                .header("Last-Modified", nullValue())
                .body(equalTo(get("/").body().asString()))
                .body(containsString("<triad-console>"));
    }

    @Test
    void theViewsAreThoseOfThePage() throws IOException {
        String route = Files.readString(Path.of("src/main/resources/web/app/shell/route.ts"));

        String views = Pattern.compile("VIEWS = \\[(.*?)]")
                .matcher(route)
                .results()
                .findFirst()
                .orElseThrow()
                .group(1);

        assertThat(views.replace("'", "").split(", ")).containsExactlyElementsOf(VIEWS);
    }

    @Test
    void nothingElseIsThePage() {
        get("/nowhere").then().statusCode(404).contentType("application/problem+json");
        get("/overview/deeper").then().statusCode(404).contentType("application/problem+json");
        get(BUNDLE + "nothing.js").then().statusCode(404).header("Cache-Control", nullValue());
        given().post("/overview").then().statusCode(404);
    }

    @Test
    void thePagesFilesAreHashedAndKept() {
        Map<String, String> files = files();

        assertThat(files.keySet()).allMatch(name -> HASHED.matcher(name).matches());
        assertThat(VIEWS).allMatch(view -> files.keySet().stream().anyMatch(name -> name.startsWith(view + '-')));
        for (String name : files.keySet()) {
            get(BUNDLE + name)
                    .then()
                    .header("Cache-Control", equalTo("public, max-age=31536000, immutable"))
                    .header("X-Content-Type-Options", equalTo("nosniff"));
        }
    }

    @Test
    void aViewIsLoadedWhenItIsLookedAt() {
        Map<String, String> files = files();

        Set<String> frame = new HashSet<>();
        Deque<String> open = new ArrayDeque<>(named(FILE, get("/").body().asString()));
        while (!open.isEmpty()) {
            String name = open.pop();
            if (frame.add(name)) {
                open.addAll(named(NEEDED, files.getOrDefault(name, "")));
            }
        }

        assertThat(frame).isNotEmpty().noneMatch(name -> VIEWS.stream().anyMatch(view -> name.startsWith(view + '-')));
        assertThat(frame.stream()
                        .mapToInt(name -> files.getOrDefault(name, "").length())
                        .sum())
                .isBetween(1, FRAME_CHARACTERS_MAX);
    }

    @Test
    void thePageNeedsNothingFromAnywhereElse() {
        Map<String, String> texts = files();
        texts.put("index.html", get("/").body().asString());

        texts.forEach((name, text) -> assertThat(ADDRESS.matcher(text).results().map(found -> found.group(1)))
                .as(name)
                .allMatch(NEVER_ASKED::contains));
    }

    @Test
    void thePageComesPackedToWhoAsksForIt() {
        String script = BUNDLE + files().keySet().iterator().next();

        given().config(RestAssured.config()
                        .decoderConfig(DecoderConfig.decoderConfig().noContentDecoders()))
                .header("Accept-Encoding", "gzip")
                .get(script)
                .then()
                .statusCode(200)
                .header("Content-Encoding", equalTo("gzip"));
    }

    @Test
    void aStreamOfEventsIsNeverPacked() throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(RestAssured.baseURI + ':' + RestAssured.port + "/api/v1/stream"))
                .header("Accept-Encoding", "gzip")
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<InputStream> response = client.send(request, HttpResponse.BodyHandlers.ofInputStream());

            try (InputStream _ = response.body()) {
                assertThat(response.headers().firstValue("Content-Type").orElseThrow())
                        .startsWith("text/event-stream");
                assertThat(response.headers().firstValue("Content-Encoding").orElse("identity"))
                        .isEqualTo("identity");
            }
            client.shutdownNow();
        }
    }

    @Test
    void swaggerHasNoPolicyThatItCouldNotLiveWith() {
        get("/q/swagger-ui/").then().statusCode(200).header("Content-Security-Policy", nullValue());
    }

    /** All files of the page, by their names: those that it names, and those that they name. */
    private static Map<String, String> files() {
        Map<String, String> files = new TreeMap<>();
        Deque<String> open = new ArrayDeque<>(named(FILE, get("/").body().asString()));
        while (!open.isEmpty()) {
            String name = open.pop();
            if (!files.containsKey(name)) {
                String text = get(BUNDLE + name)
                        .then()
                        .statusCode(200)
                        .extract()
                        .body()
                        .asString();
                files.put(name, text);
                open.addAll(named(FILE, text));
            }
        }
        return files;
    }

    private static List<String> named(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
    }
}
