package dev.triad.cli.bench;

import dev.triad.cli.CommandException;
import dev.triad.cli.imports.progress.Progress;
import dev.triad.cli.kafka.EventSender;
import dev.triad.cli.stack.Component;
import dev.triad.cli.stack.PrivateStack;
import dev.triad.cli.workload.Expectation;
import dev.triad.cli.workload.Workload;
import dev.triad.cli.workload.WorkloadSettings;
import dev.triad.events.CloudEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A log that has been filled with a whole workload, and what a ledger must make of it.
 *
 * @param sample some of its events from beginning to end, each as source and id
 */
record Backlog(WorkloadSettings settings, Expectation expectation, List<String> sample) {
    private static final int SAMPLE_LEAST = 1_000;
    private static final int RECORDS_BETWEEN_STEPS = 10_000;

    /** Starts the broker on a log of that workload: the one that the folder holds already, or a new one. */
    static Backlog start(PrivateStack stack, WorkloadSettings settings, Progress progress)
            throws IOException, InterruptedException {
        Path note = note(stack);
        Optional<Backlog> kept = read(note).filter(backlog -> backlog.settings().equals(settings));
        if (kept.isPresent()) {
            stack.start(Component.KAFKA);
            return kept.get();
        }
        Files.deleteIfExists(note);
        stack.discard(Component.KAFKA);
        stack.start(Component.KAFKA);
        Backlog filled = fill(stack.port(Component.KAFKA), settings, progress);
        Files.write(note, Json.MAPPER.writeValueAsBytes(filled));
        return filled;
    }

    private static Backlog fill(int port, WorkloadSettings settings, Progress progress) {
        Workload workload = new Workload(settings);
        List<String> sample = new ArrayList<>();
        long betweenSamples = Math.max(1, settings.records() / SAMPLE_LEAST);
        try (EventSender sender = EventSender.fast(servers(port), "triad-bench");
                Progress.Bar bar = progress.start("fill", "records", settings.records())) {
            for (long sent = 0; workload.hasNext(); sent++) {
                CloudEvent event = workload.next();
                sender.send(event);
                if (sent % betweenSamples == 0) {
                    sample.add(event.source() + "/" + event.id());
                }
                if (sent % RECORDS_BETWEEN_STEPS == 0) {
                    bar.to(sent);
                }
            }
            sender.flush();
            bar.to(settings.records());
        }
        return new Backlog(settings, workload.expectation(), sample);
    }

    /** More is to be sent to the log: it is not what it was, and will not be used again. */
    static void spoil(PrivateStack stack) throws IOException {
        Files.deleteIfExists(note(stack));
    }

    private static Path note(PrivateStack stack) {
        return stack.folder().resolve("backlog.json");
    }

    static String servers(int port) {
        return "127.0.0.1:" + port;
    }

    private static Optional<Backlog> read(Path note) {
        if (!Files.exists(note)) {
            return Optional.empty();
        }
        try {
            return Optional.of(Json.MAPPER.readValue(note.toFile(), Backlog.class));
        } catch (IOException e) {
            throw new CommandException("%s cannot be read (%s): delete it, or choose another folder with --data-dir."
                    .formatted(note, new UncheckedIOException(e).getMessage()));
        }
    }
}
