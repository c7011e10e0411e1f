package dev.triad.cli.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.triad.cli.console.Console.AMAZON;
import static dev.triad.cli.console.Console.END;
import static dev.triad.cli.console.Console.IN_SPAN;
import static dev.triad.cli.console.Console.OF_AMAZON;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Accounts, statements and subsidies as the console shows them, against what the API answers. */
class BooksIT {
    @RegisterExtension
    static final Console CONSOLE = new Console();

    @Test
    void theTrialBalanceShowsItsZero() {
        try (Screen screen = CONSOLE.open("/accounts?group=amazon&tab=trial&asOf=" + END)) {
            assertThat(screen.find("triad-zero")).containsText("Debits equal credits: difference 0.000000000");
            for (JsonNode account :
                    CONSOLE.get(AMAZON + "/trial-balance?asOf=" + END).path("accounts")) {
                String exact = account.path("balance").asText().replace("-", "") + " USD/9";
                assertThat(row(screen, account.path("account").asText()).locator("[title='" + exact + "']"))
                        .hasCount(1);
            }
        }
    }

    @Test
    void aStatementLeadsToItsEvents() {
        String account = "store:revenue:external:goods";
        JsonNode statement = CONSOLE.get(AMAZON + "/accounts/" + account + "/statement" + IN_SPAN + "&limit=100");
        try (Screen screen = CONSOLE.open("/accounts" + OF_AMAZON + "&account=" + account)) {
            Locator last = screen.find("triad-statement tbody tr").last();
            assertThat(last.locator(
                            "[title='" + statement.path("closingBalance").asText() + " USD/9']"))
                    .hasCount(1);
            screen.find("triad-statement tbody a").first().click();
            assertThat(screen.find("triad-event-panel h2")).containsText("Sale");
        }
    }

    @Test
    void theMatrixShowsEveryFlow() {
        JsonNode gross = CONSOLE.get(AMAZON + "/subsidies" + IN_SPAN).path("gross");
        try (Screen screen = CONSOLE.open("/subsidies" + OF_AMAZON)) {
            for (JsonNode flow : gross) {
                assertThat(screen.find("table.matrix td [title='"
                                        + flow.path("amount").asText() + " USD/9']")
                                .first())
                        .isVisible();
            }
        }
    }

    @Test
    void everyPlayerAndViolationOfTheTestsIsShown() {
        JsonNode tests = CONSOLE.get(AMAZON + "/subsidy-tests" + IN_SPAN)
                .path("providers")
                .path(0)
                .path("additive");
        try (Screen screen = CONSOLE.open("/subsidies" + OF_AMAZON + "&tab=tests")) {
            for (JsonNode player : tests.path("players")) {
                assertThat(screen.find("[title='" + player.path("shapleyValue").asText() + " USD/9']")
                                .first())
                        .isVisible();
            }
            for (JsonNode violation : tests.path("violations")) {
                assertThat(screen.find("[title='" + violation.path("amount").asText() + " USD/9']")
                                .first())
                        .isVisible();
            }
        }
    }

    @Test
    void cohortsAllocationsAndTheConsolidationAreShown() {
        JsonNode consolidated = CONSOLE.get(AMAZON + "/consolidation" + IN_SPAN).path("consolidated");
        try (Screen screen = CONSOLE.open("/subsidies" + OF_AMAZON + "&tab=consolidation")) {
            assertThat(screen.find("[title='"
                                    + consolidated.path("operatingIncome").asText() + " USD/9']")
                            .first())
                    .isVisible();
        }
        try (Screen screen = CONSOLE.open("/subsidies" + OF_AMAZON + "&tab=cohorts")) {
            assertThat(screen.find("triad-chart").first()).isVisible();
        }
        try (Screen screen = CONSOLE.open("/subsidies" + OF_AMAZON + "&tab=allocations")) {
            assertThat(screen.find("table").first()).containsText("Online store");
        }
    }

    private static Locator row(Screen screen, String account) {
        return screen.find("triad-trial-balance tbody tr")
                .filter(new Locator.FilterOptions()
                        .setHas(screen.page().getByText(account, new Page.GetByTextOptions().setExact(true))));
    }
}
