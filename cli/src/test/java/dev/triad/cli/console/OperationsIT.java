package dev.triad.cli.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions;
import dev.triad.cli.stack.Component;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the console does: another try for a record, a unit that rests, a book that is made, compared and deleted. */
@Tag("long")
class OperationsIT {
    private static final Duration LONGEST = Duration.ofSeconds(60);

    @RegisterExtension
    static final Console CONSOLE = new Console();

    @Test
    void aQuarantinedRecordIsShownAsTextAndTriedAgain() {
        String id = CONSOLE.get("/api/v1/suspense?state=quarantined&limit=1")
                .path("items")
                .path(0)
                .path("id")
                .asText();
        try (Screen screen = CONSOLE.open("/operations?group=amazon&item=" + id)) {
            Locator item = screen.find("triad-suspense-item");
            assertThat(item).containsText("The record, as it was sent");
            item.locator("button", new Locator.LocatorOptions().setHasText("Try it again"))
                    .click();
            assertThat(item.locator(".result")).isVisible(Screen.within());
            screen.isSound();
        }
    }

    @Test
    void aUnitRestsAndGoesOn() {
        try (Screen screen = CONSOLE.open("/operations?group=amazon")) {
            Locator unit = screen.find("triad-simulated-unit", "Amazon · Online store");
            press(unit, "Pause");
            await().atMost(LONGEST).until(() -> isPaused());
            press(unit, "Continue");
            await().atMost(LONGEST).until(() -> !isPaused());
        }
    }

    @Test
    void everyServiceIsUp() {
        try (Screen screen = CONSOLE.open("/operations?group=amazon")) {
            for (String service : new String[] {"Ledger", "Store", "Cloud", "Device"}) {
                assertThat(screen.find("triad-service", service).first())
                        .containsText("Up", new LocatorAssertions.ContainsTextOptions().setTimeout(LONGEST.toMillis()));
            }
            for (JsonNode check : CONSOLE.get("/q/health").path("checks")) {
                assertThat(screen.find("triad-service").first())
                        .not()
                        .containsText(check.path("name").asText());
            }
        }
    }

    @Test
    void companiesStandSideBySide() {
        JsonNode claims = CONSOLE.get("/api/v1/claims" + Console.IN_SPAN).path("claims");
        try (Screen screen = CONSOLE.open("/compare" + Console.OF_AMAZON)) {
            int verdicts = 0;
            for (JsonNode claim : claims) {
                verdicts += claim.path("groups").size();
            }
            assertThat(screen.find("triad-compare triad-verdict")).hasCount(verdicts);
        }
    }

    private static boolean isPaused() {
        return CONSOLE.stack()
                .get(Component.STORE, "/api/v1/simulation")
                .path("units")
                .valueStream()
                .anyMatch(unit -> unit.path("group").asText().equals("amazon")
                        && unit.path("paused").asBoolean());
    }

    private static void press(Locator unit, String button) {
        unit.locator("button", new Locator.LocatorOptions().setHasText(button)).click();
    }
}
