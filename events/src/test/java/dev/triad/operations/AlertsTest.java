package dev.triad.operations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.triad.testing.Operations;
import dev.triad.testing.Operations.Alert;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
        List<String> command = new ArrayList<>(List.of("promtool"));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
    }
}
