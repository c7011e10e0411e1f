package dev.triad.fuzz;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/** Fuzzes every target of some classes for as long as each other, and says what came of each. */
public final class Fuzzing {
    private static final Target PLANTED = new Target(PlantedFlaw.class.getName(), "spelled");
    private static final Duration PLANTED_MAX = Duration.ofMinutes(1);

    private static final String ROW = "%-34s %12s %10s %10s %8s %9s%n";

    private final Fuzzer fuzzer;
    private final PrintStream out;

    Fuzzing(Fuzzer fuzzer, PrintStream out) {
        this.fuzzer = fuzzer;
        this.out = out;
    }

    /** The arguments: a folder for logs and corpora, how many minutes in all, and the classes. */
    public static void main(String[] args) throws IOException, InterruptedException {
        Duration time = Duration.ofMillis((long) (Double.parseDouble(args[1]) * 60_000));
        List<Target> targets = Arrays.stream(args)
                .skip(2)
                .flatMap(name -> Target.in(name).stream())
                .toList();
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        System.exit(new Fuzzing(new Fuzzer(Path.of(args[0])), out).run(targets, time) ? 0 : 1);
    }

    /** Whether nothing was found. */
    boolean run(List<Target> targets, Duration time) throws IOException, InterruptedException {
        requireAbleToFind();
        Duration each = time.dividedBy(targets.size());
        out.printf("%d targets, %d s each%n", targets.size(), each.toSeconds());
        out.printf(ROW, "target", "executions", "coverage", "features", "corpus", "findings");
        boolean clean = true;
        for (Target target : targets) {
            Outcome outcome = fuzzer.run(target, each);
            out.printf(
                    ROW,
                    target.name(),
                    outcome.executions(),
                    outcome.coverage(),
                    outcome.features(),
                    outcome.corpus(),
                    outcome.findings().size());
            outcome.findings().forEach(file -> tell(target, file));
            clean &= outcome.findings().isEmpty();
        }
        return clean;
    }

    /** That nothing is found says something only where a flaw would be. */
    private void requireAbleToFind() throws IOException, InterruptedException {
        if (fuzzer.run(PLANTED, PLANTED_MAX).findings().isEmpty()) {
            throw new IllegalStateException("a planted flaw is not found; see " + fuzzer.log(PLANTED));
        }
    }

    private void tell(Target target, String file) {
        out.printf("  The input: %s%n", file);
        out.printf("  What it broke: %s%n", fuzzer.log(target));
        out.printf(
                "  Once it is in the folder that docs/testing.md says, it fails this: "
                        + "mvn test -pl cli -am -Dsurefire.failIfNoSpecifiedTests=false -Dtest=%s%n",
                target.name().replace('.', '#'));
    }
}
