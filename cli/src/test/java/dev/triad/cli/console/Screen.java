package dev.triad.cli.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.ReducedMotion;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The console in one window, with all that the browser complained of, and all hosts that it asked. */
final class Screen implements AutoCloseable {
    private static final Path SCREENSHOTS = Path.of(System.getProperty("triad.screenshots", "target/screenshots"));
    private static final double LONGEST_MILLIS = 30_000;

    private final BrowserContext context;
    private final Page page;
    private final String base;
    private final Look look;
    private final List<String> complaints = new CopyOnWriteArrayList<>();
    private final List<String> hosts = new CopyOnWriteArrayList<>();

    Screen(Browser browser, String base, Look look) {
        this.base = base;
        this.look = look;
        this.context = browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(look.width(), look.height())
                .setColorScheme(look.colours())
                .setReducedMotion(ReducedMotion.REDUCE)
                .setAcceptDownloads(true));
        this.page = context.newPage();
        page.setDefaultTimeout(LONGEST_MILLIS);
        page.onPageError(complaints::add);
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") || message.type().equals("warning")) {
                complaints.add(message.text() + " at " + message.location());
            }
        });
        page.onRequest(request -> {
            URI address = URI.create(request.url().split("[?#]", 2)[0].replace(' ', '+'));
            if (address.getHost() != null) {
                hosts.add(address.getHost());
            }
        });
    }

    /** Opens an address of the console and waits until nothing more is on its way. */
    Screen open(String path) {
        page.navigate(base + path);
        settle();
        return this;
    }

    /** The whole address of a path. */
    String at(String path) {
        return base + path;
    }

    private void settle() {
        assertThat(page.locator("main h1").first()).isVisible(within());
        assertThat(page.locator("triad-loading"))
                .hasCount(0, new LocatorAssertions.HasCountOptions().setTimeout(LONGEST_MILLIS));
    }

    static LocatorAssertions.IsVisibleOptions within() {
        return new LocatorAssertions.IsVisibleOptions().setTimeout(LONGEST_MILLIS);
    }

    Page page() {
        return page;
    }

    Locator find(String selector) {
        return page.locator(selector);
    }

    /** The element with this text. */
    Locator find(String selector, String text) {
        return page.locator(selector).filter(new Locator.FilterOptions().setHasText(text));
    }

    /** The exact amounts of a row with this heading, from left to right. */
    @SuppressWarnings("unchecked") // What the script makes is a list of texts.
    List<String> amounts(String row, String heading) {
        Locator found = page.locator(row)
                .filter(new Locator.FilterOptions()
                        .setHas(page.locator("th[scope=row]", new Page.LocatorOptions().setHasText(heading))))
                .filter(new Locator.FilterOptions().setHas(page.locator(".amount")));
        assertThat(found.first()).isVisible(within());
        return (List<String>) found.first().locator(".amount").evaluateAll("amounts => amounts.map(one => one.title)");
    }

    /** Where one is, without the host. */
    String address() {
        return page.url().substring(base.length());
    }

    /** Nothing failed, nothing is asked of other hosts, nothing stands out of the window. */
    void isSound() {
        assertThat(complaints).as("what the browser complained of").isEmpty();
        assertThat(hosts)
                .as("hosts that were asked")
                .allMatch(host -> host.equals("localhost") || host.equals("127.0.0.1"));
        assertThat(page.evaluate("document.documentElement.scrollWidth - window.innerWidth"))
                .as("pixels out of the window")
                .isEqualTo(0);
    }

    /** By axe-core. */
    void isAccessible() {
        List<String> violations = new ArrayList<>();
        new AxeBuilder(page)
                .analyze()
                .getViolations()
                .forEach(rule -> rule.getNodes()
                        .forEach(node -> violations.add(
                                rule.getId() + " at " + node.getTarget() + ": " + node.getFailureSummary())));
        assertThat(violations).isEmpty();
    }

    void screenshot(String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(SCREENSHOTS.resolve(name + "-" + look.slug() + ".png")));
    }

    @Override
    public void close() {
        context.close();
    }
}
