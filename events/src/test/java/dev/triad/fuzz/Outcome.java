package dev.triad.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the fuzzer said of a target, read from its log.
 *
 * @param executions how many inputs it tried
 * @param coverage how many places of the code they reached
 * @param features how many combinations of places and of how often
 * @param corpus how many inputs it kept, since each reached something new
 * @param findings the files of inputs that break a promise
 */
record Outcome(long executions, long coverage, long features, long corpus, List<String> findings) {
    private static final Pattern PROGRESS = Pattern.compile("#(\\d+)\\s+\\w+\\s+cov: (\\d+) ft: (\\d+) corp: (\\d+).*");
    private static final Pattern END = Pattern.compile("Done (\\d+) runs in .*");
    private static final Pattern FINDING = Pattern.compile(".*Test unit written to (.+)");

    static Outcome of(List<String> log) {
        long[] figures = new long[4];
        List<String> findings = new ArrayList<>();
        for (String line : log) {
            Matcher progress = PROGRESS.matcher(line);
            Matcher end = END.matcher(line);
            Matcher finding = FINDING.matcher(line);
            if (progress.matches()) {
                for (int i = 0; i < figures.length; i++) {
                    figures[i] = Long.parseLong(progress.group(i + 1));
                }
            } else if (end.matches()) {
                figures[0] = Long.parseLong(end.group(1));
            } else if (finding.matches()) {
                findings.add(finding.group(1));
            }
        }
        return new Outcome(figures[0], figures[1], figures[2], figures[3], List.copyOf(findings));
    }
}
