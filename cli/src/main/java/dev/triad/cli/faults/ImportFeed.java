package dev.triad.cli.faults;

import dev.triad.cli.Home;
import dev.triad.cli.workload.Workload;
import dev.triad.cli.workload.WorkloadSettings;
import dev.triad.events.EventCodec;
import dev.triad.events.StructuredEvents;
import java.io.BufferedWriter;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.TopicPartition;

/** Feeds by {@code triad import} in two processes at once, each with the same file. */
final class ImportFeed implements Feed {
    private static final int IMPORTS = 2;
    private static final long MINUTES_MAX = 4;
    private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");

    private final String servers;
    private final URI ledger;
    private final WorkloadSettings workload;
    private final Path folder;
    private final Fed fed;
    private final List<Process> imports = new ArrayList<>();

    /** Writes the file, into a folder that exists. */
    ImportFeed(String servers, URI ledger, WorkloadSettings workload, Path folder) throws IOException {
        this.servers = servers;
        this.ledger = ledger;
        this.workload = workload;
        this.folder = folder;
        this.fed = write();
    }

    @Override
    public synchronized void start() throws IOException {
        for (int i = 1; i <= IMPORTS; i++) {
            imports.add(new ProcessBuilder(
                            JAVA.toString(),
                            "-Xmx256m",
                            "-XX:TieredStopAtLevel=1",
                            "-jar",
                            Home.find().resolve("cli/target/triad.jar").toString(),
                            "import",
                            "cloudevents",
                            file().toString(),
                            "--bootstrap-servers=" + servers,
                            "--ledger=" + ledger)
                    .redirectErrorStream(true)
                    .redirectOutput(log(i).toFile())
                    .start());
        }
    }

    @Override
    public long records() {
        return workload.records();
    }

    @Override
    public void struck() {
        // The imports go at their own pace.
    }

    @Override
    public void over() {
        // The imports go at their own pace.
    }

    @Override
    public Fed await() throws IOException, InterruptedException {
        for (int i = 1; i <= IMPORTS; i++) {
            Process process = imports.get(i - 1);
            if (!process.waitFor(MINUTES_MAX, TimeUnit.MINUTES) || process.exitValue() != 0) {
                throw new IOException("an import failed: " + Files.readString(log(i)));
            }
        }
        return fed;
    }

    /** The imports do not tell. */
    @Override
    public Map<TopicPartition, Long> ends() {
        return Map.of();
    }

    @Override
    public synchronized void close() {
        imports.forEach(Process::destroyForcibly);
    }

    private Fed write() throws IOException {
        StructuredEvents lines = new StructuredEvents(new EventCodec());
        Fed.Memory memory = new Fed.Memory(workload.group(), new Workload(workload));
        try (BufferedWriter writer = Files.newBufferedWriter(file())) {
            while (memory.hasNext()) {
                writer.write(lines.format(memory.next()));
                writer.newLine();
            }
        }
        return memory.all();
    }

    private Path file() {
        return folder.resolve(workload.group() + ".jsonl");
    }

    private Path log(int number) {
        return folder.resolve("%s-import-%d.log".formatted(workload.group(), number));
    }
}
