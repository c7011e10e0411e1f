package dev.triad.ledger.audit;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What an audit came to, for people and for programs. */
record Report(Findings findings, List<LaneHead> heads, long records, Duration took) {
    private static final ObjectMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    private static final double MILLIS_A_SECOND = 1_000.0;

    Report {
        heads = List.copyOf(heads);
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(row("compared", "how many", "differences"));
        for (Subject subject : Subject.values()) {
            if (subject != Subject.HEADS || findings.count(subject) > 0) {
                lines.add(row(subject.words(), number(findings.count(subject)), number(findings.differences(subject))));
            }
        }
        lines.add("");
        lines.add("%-14s %10s %12s  %s".formatted("chain", "height", "next offset", "hash"));
        for (LaneHead head : heads) {
            if (head.height() > 0) {
                lines.add("%-14s %10s %12s  %s"
                        .formatted(head.lane(), number(head.height()), number(head.nextOffset()), head.hash()));
            }
        }
        lines.add("");
        lines.addAll(verdict());
        return lines;
    }

    private List<String> verdict() {
        String read = "%s records in %.1f s, %s a second"
                .formatted(number(records), took.toMillis() / MILLIS_A_SECOND, number(recordsASecond()));
        if (findings.isClean()) {
            return List.of("The books are what the log says. (" + read + ")");
        }
        List<String> lines = new ArrayList<>();
        lines.add("The books are not what the log says: %s differences. (%s)"
                .formatted(number(findings.differences()), read));
        findings.kept()
                .forEach(difference -> lines.add("  " + difference.subject().words() + ", " + difference));
        long more = findings.differences() - findings.kept().size();
        if (more > 0) {
            lines.add("  and " + number(more) + " more");
        }
        return lines;
    }

    private static String row(String what, String count, String differences) {
        return "%-22s %14s %12s".formatted(what, count, differences);
    }

    private static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    private long recordsASecond() {
        return Math.round(records * MILLIS_A_SECOND / Math.max(1, took.toMillis()));
    }

    void write(Path file) throws IOException {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("agrees", findings.isClean());
        json.put("records", records);
        json.put("seconds", took.toMillis() / MILLIS_A_SECOND);
        json.put("recordsPerSecond", recordsASecond());
        List<Map<String, Object>> compared = new ArrayList<>();
        for (Subject subject : Subject.values()) {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("subject", code(subject));
            row.put("compared", findings.count(subject));
            row.put("differences", findings.differences(subject));
            compared.add(row);
        }
        json.put("compared", compared);
        json.put(
                "differences",
                findings.kept().stream()
                        .map(difference -> Map.of(
                                "subject", code(difference.subject()),
                                "name", difference.name(),
                                "expected", difference.expected(),
                                "found", difference.found()))
                        .toList());
        json.put("lanes", heads);
        JSON.writeValue(file.toFile(), json);
    }

    private static String code(Subject subject) {
        return subject.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
