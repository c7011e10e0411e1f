package dev.triad.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.triad.testing.Operations;
import dev.triad.testing.Operations.Alert;
import dev.triad.testing.Programs;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Alerts and dashboards by Prometheus's own tool, which {@code .ci/run} installs. */
class AlertsTest {
    private static final String RUNBOOKS = "docs/operations.md#";

    @Test
    void alertsGoOffWhenTheyShouldAndNotOtherwise() throws IOException, InterruptedException {
        promtool(
                "test",
                "rules",
                Operations.PROMETHEUS.resolve("alerts-test.yml").toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"prometheus.yml", "secured.yml"})
    void prometheusTakesItsSettings(String file) throws IOException, InterruptedException {
        promtool(
                "check",
                "config",
                "--syntax-only",
                Operations.PROMETHEUS.resolve(file).toString());
    }

    @Test
    void theSecuredStackIsAskedForAsMuch() {
        assertThat(asked("secured.yml")).hasSize(4).isEqualTo(asked("prometheus.yml"));
    }

    /** Jobs with whom they ask. */
    private static Map<String, List<String>> asked(String file) {
        return Operations.elements(
                        Operations.yaml(Operations.PROMETHEUS.resolve(file)).path("scrape_configs"))
                .collect(Collectors.toMap(
                        job -> job.path("job_name").asText(),
                        job -> List.of(
                                job.path("metrics_path").asText(),
                                job.path("static_configs").toString(),
                                job.path("dns_sd_configs").toString())));
    }

    @Test
    void everyAlertHasATestInWhichItGoesOff() {
        Set<String> wentOff = Operations.elements(Operations.yaml(Operations.PROMETHEUS.resolve("alerts-test.yml"))
                        .path("tests"))
                .flatMap(test -> Operations.elements(test.path("alert_rule_test")))
                .filter(look -> !look.path("exp_alerts").isEmpty())
                .map(look -> look.path("alertname").asText())
                .collect(Collectors.toSet());

        assertThat(wentOff)
                .containsExactlyInAnyOrderElementsOf(
                        Operations.alerts().stream().map(Alert::name).toList());
    }

    @Test
    void everyAlertSaysHowBadItIsAndWhatToDo() {
        Set<String> anchors = Operations.anchors();
        for (Alert alert : Operations.alerts()) {
            assertThat(alert.rule().at("/labels/severity").asText())
                    .as(alert.name())
                    .isIn("page", "ticket");
            assertThat(alert.rule().at("/annotations/summary").asText())
                    .as(alert.name())
                    .isNotBlank();
            String runbook = alert.rule().at("/annotations/runbook_url").asText();
            assertThat(runbook).as(alert.name()).startsWith(RUNBOOKS);
            assertThat(anchors).as(alert.name()).contains(runbook.substring(RUNBOOKS.length()));
        }
    }

    @Test
    void everyPanelSaysWhatItShowsInAUnit() {
        for (Operations.Panel panel : Operations.panels()) {
            assertThat(panel.title()).isNotBlank();
            assertThat(panel.panel().path("description").asText())
                    .as(panel.title())
                    .isNotBlank();
            assertThat(panel.panel().at("/fieldConfig/defaults/unit").asText())
                    .as(panel.title())
                    .isNotBlank();
        }
    }

    @Test
    void everyPanelAsksInPromQl(@TempDir Path folder) throws IOException, InterruptedException {
        List<String> rules = new ArrayList<>(List.of("groups:", "  - name: panels", "    rules:"));
        for (Operations.Panel panel : Operations.panels()) {
            for (String expression : panel.expressions()) {
                rules.add("      - record: panel:%d".formatted(rules.size()));
                rules.add("        expr: '%s'".formatted(expression.replace("$__rate_interval", "5m")));
            }
        }
        Path file = Files.write(folder.resolve("panels.yml"), rules);

        promtool("check", "rules", file.toString());
    }

    private static void promtool(String... arguments) throws IOException, InterruptedException {
        assumeTrue(
                Programs.isInstalled("promtool"),
                "promtool is not installed (.ci/run gets it from Debian's prometheus)");
        List<String> command = new ArrayList<>(List.of("promtool"));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
    }
}
