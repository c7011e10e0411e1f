package dev.triad.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A service gives the metrics that docs/metrics.md lists, and dashboards and alerts ask for none that it does not give. */
public abstract class MetricsContract {
    private static final Duration WAIT = Duration.ofSeconds(60);

    private final HttpClient http = HttpClient.newHttpClient();
    private Scrape scrape = Scrape.of("");

    /** The sections of docs/metrics.md that tell of it. */
    protected abstract List<String> sections();

    /** The dashboards that show it, and the groups of alerts that watch it. */
    protected abstract List<String> watchers();

    /** Has the service, which is ready, do whatever makes a metric appear. */
    protected abstract void use();

    @BeforeEach
    void scrapeOnceUsed() {
        await().atMost(WAIT)
                .untilAsserted(
                        () -> assertThat(ask("/q/health/ready").statusCode()).isEqualTo(200));
        use();
        System.gc();
        await().atMost(WAIT).untilAsserted(() -> {
            scrape = Scrape.of(ask("/q/metrics").body());
            assertThat(scrape.families().keySet()).containsAll(documented().keySet());
        });
    }

    @Test
    void givesWhatIsDocumentedAndNothingElse() {
        Map<String, Scrape.Family> own = new TreeMap<>(scrape.families());
        own.keySet().removeIf(name -> !name.startsWith("triad_"));

        assertThat(own).isEqualTo(documented());
    }

    @Test
    void givesWhatDashboardsShow() {
        for (Operations.Panel panel : Operations.panels()) {
            if (watchers().contains(panel.dashboard())) {
                for (String expression : panel.expressions()) {
                    assertThat(scrape.samples())
                            .as(panel.dashboard() + ": " + panel.title())
                            .containsAll(PromQl.metrics(expression));
                }
            }
        }
    }

    @Test
    void givesWhatAlertsWatch() {
        for (Operations.Alert alert : Operations.alerts()) {
            if (watchers().contains(alert.group())) {
                // Whether a service answers at all is Prometheus's own to say.
                List<String> given = PromQl.metrics(alert.expression()).stream()
                        .filter(metric -> !metric.equals("up"))
                        .toList();
                assertThat(scrape.samples()).as(alert.name()).containsAll(given);
            }
        }
    }

    /** What cannot be told is NaN, and an alert on it never goes off. */
    @Test
    void tellsEveryFigureOnceUsed() {
        await().atMost(WAIT)
                .untilAsserted(() -> assertThat(ask("/q/metrics").body().lines())
                        .noneMatch(line -> line.startsWith("triad_") && line.endsWith(" NaN")));
    }

    private Map<String, Scrape.Family> documented() {
        Map<String, Scrape.Family> documented = new TreeMap<>();
        sections().forEach(section -> documented.putAll(Operations.documented(section)));
        return documented;
    }

    private HttpResponse<String> ask(String path) throws IOException, InterruptedException {
        URI service = ConfigProvider.getConfig().getValue("test.url", URI.class);
        return http.send(HttpRequest.newBuilder(service.resolve(path)).build(), BodyHandlers.ofString());
    }
}
