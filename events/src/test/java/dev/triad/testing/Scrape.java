package dev.triad.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a service's metrics come to.
 *
 * @param samples the names as they are asked for, {@code _bucket} and the like included
 * @param families by the name that people know it by: its type and its labels
 */
public record Scrape(Set<String> samples, Map<String, Family> families) {
    private static final Pattern TYPE = Pattern.compile("# TYPE (\\S+) (\\S+)");
    /** After its value a sample may have a time, and an exemplar: a trace that it counts. */
    private static final Pattern SAMPLE = Pattern.compile(
            "([a-zA-Z_:][a-zA-Z0-9_:]*)(?:\\{((?:[^\"}]|\"(?:\\\\.|[^\"\\\\])*\")*)})? \\S+(?: \\d\\S*)?(?: # .*)?");

    private static final Pattern LABEL = Pattern.compile("([a-zA-Z_][a-zA-Z0-9_]*)=\"(?:\\\\.|[^\"\\\\])*\"");
    private static final Set<String> OF_THE_TYPE = Set.of("le", "quantile");
    private static final List<String> PARTS = List.of("_bucket", "_count", "_sum", "_max", "");
    private static final String COUNTER = "counter";
    private static final String TOTAL = "_total";
    private static final String MAX = "_max";

    /** The type and the labels of all samples of one metric. */
    public record Family(String type, Set<String> labels) {}

    /** Reads Prometheus's text format. */
    public static Scrape of(String text) {
        Map<String, String> types = types(text);
        Set<String> samples = new TreeSet<>();
        Map<String, Family> families = new TreeMap<>();
        types.forEach((name, type) -> families.put(name, new Family(type, new TreeSet<>())));
        for (String line : text.lines().toList()) {
            Matcher sample = SAMPLE.matcher(line);
            if (sample.matches()) {
                samples.add(sample.group(1));
                String labels = sample.group(2) == null ? "" : sample.group(2);
                family(families, sample.group(1))
                        .ifPresent(family -> family.labels().addAll(labels(labels)));
            }
        }
        return new Scrape(samples, families);
    }

    private static Map<String, String> types(String text) {
        Map<String, String> types = new TreeMap<>();
        Matcher type = TYPE.matcher(text);
        while (type.find()) {
            boolean counter = type.group(2).equals(COUNTER) && !type.group(1).endsWith(TOTAL);
            types.put(counter ? type.group(1) + TOTAL : type.group(1), type.group(2));
        }
        // The largest of the last minutes is told beside a timer or a summary, and belongs to it.
        Set<String> all = Set.copyOf(types.keySet());
        types.keySet()
                .removeIf(name -> name.endsWith(MAX) && all.contains(name.substring(0, name.length() - MAX.length())));
        return types;
    }

    /** What a timer of long tasks tells has endings of its own, and belongs to none. */
    private static Optional<Family> family(Map<String, Family> families, String sample) {
        for (String part : PARTS) {
            if (sample.endsWith(part)) {
                Family family = families.get(sample.substring(0, sample.length() - part.length()));
                if (family != null) {
                    return Optional.of(family);
                }
            }
        }
        return Optional.empty();
    }

    private static List<String> labels(String text) {
        List<String> labels = new ArrayList<>();
        Matcher label = LABEL.matcher(text);
        while (label.find()) {
            if (!OF_THE_TYPE.contains(label.group(1))) {
                labels.add(label.group(1));
            }
        }
        return labels;
    }
}
