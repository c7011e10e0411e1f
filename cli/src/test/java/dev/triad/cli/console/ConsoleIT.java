package dev.triad.cli.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.triad.cli.stack.Component;
import dev.triad.cli.stack.TradingStack;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What people see of a running stack: every view, in every width and colour, with the figures of the API. */
class ConsoleIT {
    private static final List<String> VIEWS =
            List.of("overview", "stream", "accounts", "subsidies", "compare", "claims", "operations");

    /** The first quarter: it is on the books, and changes no more. */
    private static final String QUARTER = "group=amazon&from=2026-01-01T00:00:00Z&to=2026-04-01T00:00:00Z";

    private static final String AMAZON = "/api/v1/groups/amazon";
    private static final String OF_QUARTER = "?from=2026-01-01T00:00:00Z&to=2026-04-01T00:00:00Z";

    @RegisterExtension
    private static final TradingStack TRADING = new TradingStack();

    @SuppressWarnings("NullAway.Init") // start() sets it before all tests.
    private static Chromium chromium;

    @BeforeAll
    static void start() {
        chromium = Chromium.start();
    }

    @AfterAll
    static void stop() {
        if (chromium != null) {
            chromium.close();
        }
    }

    static Stream<Arguments> viewsAndLooks() {
        return VIEWS.stream().flatMap(view -> Look.all().map(look -> Arguments.of(view, look)));
    }

    @ParameterizedTest
    @MethodSource("viewsAndLooks")
    void everyViewIsSoundAndAccessible(String view, Look look) {
        try (Screen screen = open(look, "/" + view + "?group=amazon")) {
            screen.isAccessible();
            screen.screenshot(view);
            screen.isSound();
        }
    }

    @Test
    void theRootLeadsToTheOverview() {
        try (Screen screen = open(Look.DESKTOP, "/")) {
            assertThat(screen.address()).startsWith("/overview");
            assertThat(screen.find("h1")).hasText("Who pays for whom at Amazon");
        }
    }

    @Test
    void theOverviewShowsWhatTheApiSays() {
        JsonNode pairs = get(AMAZON + "/consolidation" + OF_QUARTER).path("pairs");
        JsonNode net = get(AMAZON + "/subsidies" + OF_QUARTER).path("net");
        JsonNode claims = get(AMAZON + "/claims" + OF_QUARTER).path("claims");

        try (Screen screen = open(Look.DESKTOP, "/overview?" + QUARTER)) {
            assertThat(screen.find("[data-figure=intersegment] .amount"))
                    .hasAttribute("title", Amounts.sum(pairs, "intersegmentRevenue") + " USD/9");
            assertThat(screen.find("[data-figure=subsidy] .amount"))
                    .hasAttribute("title", Amounts.sum(net, "amount") + " USD/9");
            assertThat(screen.find("triad-overview triad-verdict")).hasCount(claims.size());
            for (int i = 0; i < claims.size(); i++) {
                assertThat(screen.find("triad-overview triad-verdict").nth(i))
                        .hasAttribute("verdict", claims.path(i).path("verdict").asText());
            }
        }
    }

    @Test
    void claimsAreShownWithTheirValuesAndEvidence() {
        JsonNode claims = get(AMAZON + "/claims" + OF_QUARTER).path("claims");

        try (Screen screen = open(Look.DESKTOP, "/claims?" + QUARTER + "&claim=1")) {
            assertThat(screen.find("triad-claims article")).hasCount(claims.size());
            JsonNode first = claims.path(0);
            assertThat(screen.find("triad-claims article .value").first())
                    .hasAttribute("title", first.path("value").asText());
            assertThat(screen.find("triad-claims details[open] li a"))
                    .hasCount(first.path("accounts").size());
        }
    }

    @Test
    void anAddressIsKeptWhenOneGoesOnAndBack() {
        try (Screen screen = open(Look.DESKTOP, "/overview?" + QUARTER)) {
            screen.find("nav a", "Claims").click();
            assertThat(screen.find("triad-claims h1")).isVisible(Screen.within());
            assertThat(screen.address()).startsWith("/claims").contains("from=2026-01-01");
            screen.page().goBack();
            assertThat(screen.find("triad-overview h1")).isVisible(Screen.within());
        }
    }

    @Test
    void aGroupThatIsNotThereIsSaid() {
        try (Screen screen = chromium.open(base(), Look.DESKTOP)) {
            screen.page().navigate(base() + "/overview?group=nobody");
            assertThat(screen.find("triad-empty")).containsText("There is no group nobody");
        }
    }

    @Test
    void theFirstPaintComesWithinASecond() {
        try (Screen screen = open(Look.DESKTOP, "/overview?group=amazon")) {
            Number painted = (Number)
                    screen.page().evaluate("performance.getEntriesByName('first-contentful-paint')[0].startTime");
            assertThat(painted.doubleValue()).isLessThan(1_000);
        }
    }

    private static Screen open(Look look, String path) {
        return chromium.open(base(), look).open(path);
    }

    private static String base() {
        return "http://localhost:" + TRADING.stack().ports().of(Component.LEDGER);
    }

    private static JsonNode get(String path) {
        return TRADING.stack().get(Component.LEDGER, path);
    }
}
