package dev.triad.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs one target at a time in a Java of its own, as the fuzzer asks, and keeps its log and its corpus in a folder. */
final class Fuzzer {
    /** The code whose branches guide it: ours, and the parsers that read for us. */
    private static final String GUIDING = "dev.triad.**:com.fasterxml.jackson.core.**:de.siegmar.fastcsv.**";

    /** How long one input may take. */
    private static final Duration INPUT_MAX = Duration.ofSeconds(10);

    /** How long the fuzzer may take to start and to end, on a machine that is busy with other work too. */
    private static final Duration SLACK = Duration.ofMinutes(10);

    private static final int INPUT_BYTES_MAX = 64 * 1024;
    private static final int MEMORY_MEGABYTES = 1024;

    private final Path folder;

    Fuzzer(Path folder) {
        this.folder = folder;
    }

    Outcome run(Target target, Duration time) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        Process process = new ProcessBuilder(command(target, time))
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log(target).toFile())
                .start();
        try {
            if (!process.waitFor(time.plus(SLACK).toSeconds(), TimeUnit.SECONDS)) {
                throw new IllegalStateException(target.name() + " does not end; see " + log(target));
            }
        } finally {
            process.destroyForcibly();
        }
        Outcome outcome = Outcome.of(Files.readAllLines(log(target)));
        if (outcome.executions() == 0
                || (process.exitValue() != 0 && outcome.findings().isEmpty())) {
            throw new IllegalStateException(target.name() + " could not be fuzzed; see " + log(target));
        }
        return outcome;
    }

    /** All that the fuzzer said. */
    Path log(Target target) {
        return folder.resolve(target.name() + ".log");
    }

    private static List<String> command(Target target, Duration time) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + MEMORY_MEGABYTES + "m",
                "-XX:+UseSerialGC",
                "-XX:+EnableDynamicAgentLoading",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                System.getProperty("java.class.path"),
                "com.code_intelligence.jazzer.Jazzer",
                "--target_class=" + target.className(),
                "--target_method=" + target.method(),
                "--instrumentation_includes=" + GUIDING,
                "--custom_hook_includes=" + GUIDING,
                "-max_total_time=" + time.toSeconds(),
                "-timeout=" + INPUT_MAX.toSeconds(),
                "-max_len=" + INPUT_BYTES_MAX,
                "-print_final_stats=1");
    }
}
