package dev.triad.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** What operators are given: alerts, dashboards, and the documents that explain them. */
public final class Operations {
    private static final Path ROOT = Path.of("..");
    public static final Path PROMETHEUS = ROOT.resolve("deploy/prometheus");
    private static final Path DASHBOARDS = ROOT.resolve("deploy/grafana/dashboards");
    private static final Path METRICS = ROOT.resolve("docs/metrics.md");
    private static final Path MANUAL = ROOT.resolve("docs/operations.md");

    /** One alert as it stands in the rules. */
    public record Alert(String group, JsonNode rule) {
        public String name() {
            return rule.path("alert").asText();
        }

        public String expression() {
            return rule.path("expr").asText();
        }
    }

    /** One panel of a dashboard that shows something. */
    public record Panel(String dashboard, JsonNode panel) {
        public String title() {
            return panel.path("title").asText();
        }

        public List<String> expressions() {
            return elements(panel.path("targets"))
                    .map(target -> target.path("expr").asText())
                    .toList();
        }
    }

    private Operations() {}

    public static List<Alert> alerts() {
        List<Alert> alerts = new ArrayList<>();
        elements(yaml(PROMETHEUS.resolve("alerts.yml")).path("groups"))
                .forEach(group -> elements(group.path("rules"))
                        .forEach(rule -> alerts.add(new Alert(group.path("name").asText(), rule))));
        return alerts;
    }

    public static List<Panel> panels() {
        try (Stream<Path> files = Files.list(DASHBOARDS)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .flatMap(file -> elements(json(file).path("panels"))
                            .filter(panel -> panel.has("targets"))
                            .map(panel -> new Panel(name(file), panel)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The metrics that a section of docs/metrics.md lists: by name, its type and its labels. */
    public static Map<String, Scrape.Family> documented(String section) {
        Map<String, Scrape.Family> metrics = new TreeMap<>();
        List<String> lines = text(METRICS).lines().toList();
        int begin = lines.indexOf("## " + section);
        if (begin < 0) {
            throw new IllegalArgumentException(METRICS + " has no section " + section);
        }
        for (String line : lines.subList(begin + 1, lines.size())) {
            if (line.startsWith("## ")) {
                break;
            }
            if (line.startsWith("| `")) {
                String[] cells = line.split("\\s*\\|\\s*");
                metrics.put(plain(cells[1]), new Scrape.Family(cells[2], labels(cells[4])));
            }
        }
        return metrics;
    }

    /** The anchors of the manual's headings, as GitHub makes them. */
    public static Set<String> anchors() {
        return text(MANUAL)
                .lines()
                .filter(line -> line.startsWith("#"))
                .map(line -> line.replaceFirst("^#+ ", "")
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^a-z0-9 -]", "")
                        .replace(' ', '-'))
                .collect(Collectors.toSet());
    }

    public static JsonNode yaml(Path file) {
        return read(new YAMLMapper(), file);
    }

    public static Stream<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    private static Set<String> labels(String cell) {
        return Stream.of(cell.split(","))
                .map(Operations::plain)
                .filter(label -> !label.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String plain(String cell) {
        return cell.replace("`", "").strip();
    }

    private static String name(Path dashboard) {
        return dashboard.getFileName().toString().replace(".json", "");
    }

    private static JsonNode json(Path file) {
        return read(new ObjectMapper(), file);
    }

    private static JsonNode read(ObjectMapper mapper, Path file) {
        try {
            return mapper.readTree(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
