package dev.triad.cli.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.triad.cli.console.Console.AMAZON;
import static dev.triad.cli.console.Console.END;
import static dev.triad.cli.console.Console.IN_SPAN;
import static dev.triad.cli.console.Console.OF_AMAZON;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Accounts, statements and subsidies as the console shows them, against what the API answers. */
@Tag("long")
class BooksIT {
    @RegisterExtension
    static final Console CONSOLE = new Console();

    /** The columns of the table of cohorts. */
    private static final List<String> COHORT =
            List.of("loss", "returned", "cloudCost", "attributedContribution", "digitalContribution", "netBurden");

    /** The columns of the table of allocations. */
    private static final List<String> ALLOCATION =
            List.of("directCost", "direct", "stepDown", "reciprocal", "reciprocalLessDirect", "reciprocalLessStepDown");

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
    void everyCohortIsShownWithItsFigures() {
        JsonNode cohorts =
                CONSOLE.get(AMAZON + "/cohorts" + IN_SPAN).path("units").path(0).path("cohorts");
        String product = cohorts.path(0).path("product").asText();
        try (Screen screen = CONSOLE.open("/subsidies" + OF_AMAZON + "&tab=cohorts&product=" + product)) {
            for (JsonNode cohort : cohorts) {
                if (cohort.path("product").asText().equals(product)) {
                    assertThat(screen.amounts("triad-cohorts tr", weekOf(cohort)))
                            .isEqualTo(figures(cohort.path("result"), COHORT));
                }
            }
        }
    }

    @Test
    void everyAllocationIsShownWithItsFigures() {
        JsonNode departments = CONSOLE.get(AMAZON + "/allocations" + IN_SPAN)
                .path("allocation")
                .path("finalDepartments");
        try (Screen screen = CONSOLE.open("/subsidies" + OF_AMAZON + "&tab=allocations")) {
            for (JsonNode department : departments) {
                assertThat(screen.amounts(
                                "triad-allocations tr",
                                CONSOLE.unitName(department.path("department").asText())))
                        .isEqualTo(figures(department, ALLOCATION));
            }
        }
    }

    @Test
    void theConsolidationShowsWhatTheGroupEarned() {
        JsonNode consolidated = CONSOLE.get(AMAZON + "/consolidation" + IN_SPAN).path("consolidated");
        try (Screen screen = CONSOLE.open("/subsidies" + OF_AMAZON + "&tab=consolidation")) {
            assertThat(screen.find("[title='"
                                    + consolidated.path("operatingIncome").asText() + " USD/9']")
                            .first())
                    .isVisible();
        }
    }

    /** As the table says it. */
    private static String weekOf(JsonNode cohort) {
        String week = cohort.path("week").asText();
        return week.equals("installed-base") ? "before the books" : week;
    }

    private static List<String> figures(JsonNode of, List<String> fields) {
        return fields.stream().map(field -> of.path(field).asText() + " USD/9").toList();
    }

    private static Locator row(Screen screen, String account) {
        return screen.find("triad-trial-balance tbody tr")
                .filter(new Locator.FilterOptions()
                        .setHas(screen.page().getByText(account, new Page.GetByTextOptions().setExact(true))));
    }
}
