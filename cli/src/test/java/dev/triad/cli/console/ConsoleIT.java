package dev.triad.cli.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.triad.cli.console.Console.AMAZON;
import static dev.triad.cli.console.Console.IN_SPAN;
import static dev.triad.cli.console.Console.OF_AMAZON;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What people see of a running stack: every view, in every width and colour, and the overview and claims with the API's figures. */
@Tag("long")
class ConsoleIT {
    @RegisterExtension
    static final Console CONSOLE = new Console();

    /** Each view, and those of its parts that look different, by the name of its picture. */
    static Stream<Arguments> viewsAndLooks() {
        return Stream.of(
                        Arguments.of("overview", "/overview"),
                        Arguments.of("stream", "/stream"),
                        Arguments.of("accounts", "/accounts"),
                        Arguments.of("trial-balance", "/accounts?tab=trial"),
                        Arguments.of("subsidies", "/subsidies"),
                        Arguments.of("subsidy-tests", "/subsidies?tab=tests"),
                        Arguments.of("cohorts", "/subsidies?tab=cohorts"),
                        Arguments.of("compare", "/compare"),
                        Arguments.of("claims", "/claims"),
                        Arguments.of("operations", "/operations"))
                .flatMap(view -> Look.all().map(look -> Arguments.of(view.get()[0], view.get()[1], look)));
    }

    @ParameterizedTest
    @MethodSource("viewsAndLooks")
    void everyViewIsSoundAndAccessible(String name, String path, Look look) {
        try (Screen screen = CONSOLE.open(look, path)) {
            screen.screenshot(name);
            if (look.isTestedForAccess()) {
                screen.isAccessible();
            }
            screen.isSound();
        }
    }

    @Test
    void theRootLeadsToTheOverview() {
        try (Screen screen = CONSOLE.open("/")) {
            assertThat(screen.address()).startsWith("/overview");
            assertThat(screen.find("h1")).hasText("Who pays for whom at Amazon");
        }
    }

    @Test
    void theOverviewShowsWhatTheApiSays() {
        JsonNode pairs = CONSOLE.get(AMAZON + "/consolidation" + IN_SPAN).path("pairs");
        JsonNode net = CONSOLE.get(AMAZON + "/subsidies" + IN_SPAN).path("net");
        JsonNode claims = CONSOLE.get(AMAZON + "/claims" + IN_SPAN).path("claims");

        try (Screen screen = CONSOLE.open("/overview" + OF_AMAZON)) {
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
        JsonNode claims = CONSOLE.get(AMAZON + "/claims" + IN_SPAN).path("claims");

        try (Screen screen = CONSOLE.open("/claims" + OF_AMAZON + "&claim=1")) {
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
        try (Screen screen = CONSOLE.open("/overview" + OF_AMAZON)) {
            screen.find("nav a", "Claims").click();
            assertThat(screen.find("triad-claims h1")).isVisible(Screen.within());
            assertThat(screen.address()).startsWith("/claims").contains("from=2026-01-01");
            screen.page().goBack();
            assertThat(screen.find("triad-overview h1")).isVisible(Screen.within());
        }
    }

    @Test
    void aGroupThatIsNotThereIsSaid() {
        try (Screen screen = CONSOLE.open("/claims")) {
            screen.page().navigate(screen.at("/overview?group=nobody"));
            assertThat(screen.find("triad-empty")).containsText("There is no group nobody");
        }
    }

    @Test
    void whatCannotBeRenewedIsShownAsOld() {
        try (Screen screen = CONSOLE.open("/overview" + OF_AMAZON)) {
            screen.page().route("**/api/v1/**", route -> route.abort());

            assertThat(screen.find("triad-stale").first()).containsText("could not be renewed");
            assertThat(screen.find("[data-figure=subsidy] .amount")).isVisible();
        }
    }

    @Test
    void theFirstPaintComesWithinASecond() {
        try (Screen screen = CONSOLE.open("/overview")) {
            Number painted = (Number)
                    screen.page().evaluate("performance.getEntriesByName('first-contentful-paint')[0].startTime");
            assertThat(painted.doubleValue()).isLessThan(1_000);
        }
    }
}
