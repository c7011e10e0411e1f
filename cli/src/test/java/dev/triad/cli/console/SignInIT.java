package dev.triad.cli.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.triad.access.Role;
import dev.triad.cli.access.LocalIssuer;
import dev.triad.cli.stack.Component;
import dev.triad.cli.stack.RunningStack;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people see of a stack that asks who they are: a form, then what their token lets them see and do, and the form again. */
@Tag("long")
class SignInIT {
    private static final Duration LONGEST = Duration.ofMinutes(2);
    private static final String COMPANY = "select#group option";

    @SuppressWarnings("NullAway.Init") // start() sets it, unless there is no browser to look through.
    private static RunningStack stack;

    @SuppressWarnings("NullAway.Init") // start() sets it.
    private static Chromium chromium;

    @BeforeAll
    static void start(@TempDir Path folder) throws IOException {
        chromium = Chromium.start();
        stack = RunningStack.start(
                folder,
                EnumSet.allOf(Component.class),
                List.of("--secure-api"),
                Map.of("TRIAD_SIMULATION_HISTORY_DAYS", "1"));
    }

    @AfterAll
    static void stop() {
        if (stack != null) {
            stack.close();
        }
        if (chromium != null) {
            chromium.close();
        }
    }

    @Test
    void nothingIsShownToWhomNobodyVouchesFor() {
        try (Screen screen = open("/overview")) {
            screen.isAccessible();
            screen.screenshot("sign-in");
            screen.isSound();
            assertThat(screen.find("main h1")).hasText("Sign in");
            assertThat(screen.find(COMPANY)).hasCount(0);

            signIn(screen, "no.real.token");

            assertThat(screen.find("triad-sign-in [role=alert]")).isVisible();
            assertThat(screen.find(COMPANY)).hasCount(0);
        }
    }

    @Test
    void aReaderSeesTheirCompanyAloneAndMayChangeNothing() {
        String token = token(List.of(Role.READER), List.of("amazon"));
        try (Screen screen = open("/overview")) {
            signIn(screen, token);

            assertThat(screen.find(COMPANY)).hasText(new String[] {"Amazon"});
            assertThat(screen.find("triad-who")).containsText("reader");
            assertThat((String) screen.page().evaluate("document.cookie")).isEmpty();
            assertThat((String) screen.page().evaluate("JSON.stringify({...localStorage, ...sessionStorage})"))
                    .doesNotContain(token);
            for (String view : List.of("Stream", "Accounts", "Subsidies", "Compare", "Claims", "Operations")) {
                screen.find("nav a", view).click();
                assertThat(screen.find("main h1").first()).isVisible(Screen.within());
            }
            assertThat(screen.find("triad-operations")).containsText("takes the role operator");
            assertThat(screen.find("triad-simulated-unit button")).hasCount(0);
            screen.screenshot("signed-in");
            screen.isSound();

            screen.find("triad-who button", "Sign out").click();

            assertThat(screen.find("main h1")).hasText("Sign in");
            assertThat(screen.find(COMPANY)).hasCount(0);
        }
    }

    @Test
    void anOperatorOfAllSeesAllAndSteers() {
        try (Screen screen = open("/operations")) {
            signIn(screen, token(List.of(Role.OPERATOR), List.of("*")));

            await().atMost(LONGEST).until(() -> screen.find(COMPANY).count() > 1);
            assertThat(screen.find("triad-simulated-unit button", "Pause").first())
                    .isVisible(Screen.within());
            screen.isSound();
        }
    }

    private static Screen open(String path) {
        return chromium.open("http://localhost:" + stack.ports().of(Component.LEDGER), Look.DESKTOP)
                .open(path);
    }

    private static void signIn(Screen screen, String token) {
        screen.find("triad-sign-in input").fill(token);
        screen.find("triad-sign-in button").click();
    }

    private static String token(List<Role> roles, List<String> groups) {
        return LocalIssuer.in(stack.data().access()).token("it", roles, groups, Duration.ofHours(1));
    }
}
