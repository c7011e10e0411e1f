package dev.triad.cli.imports;

import dev.triad.cli.imports.Classification.Total;
import dev.triad.cli.imports.format.Format;
import dev.triad.cli.imports.format.Settings;
import dev.triad.cli.imports.input.InputFile;
import dev.triad.cli.imports.progress.Progress;
import dev.triad.events.Source;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/**
 * A file imported into memory.
 *
 * @param delivery the events
 * @param result the classification and the rejected lines
 */
record Imported(MemoryDelivery delivery, ImportResult result) {
    private static final String SHARED = "triad.shared";

    /** Settings as the command makes them when nothing but the group is given. */
    static Settings settings(FormatName name) {
        return Settings.of(new Source("acme", name.unit()), name.asset());
    }

    static Imported of(Path path, Format format) {
        return of(path, format, new MemoryDelivery());
    }

    static Imported of(Path path, Format format, MemoryDelivery delivery) {
        InputFile file = InputFile.of(path);
        Importer importer = new Importer(file, StandardCharsets.UTF_8, format, Progress.SILENT);
        long rows;
        try (Rejects rejects = new Rejects(file.name(), null)) {
            rows = importer.survey(rejects);
        }
        try (Rejects rejects = new Rejects(file.name(), null)) {
            return new Imported(delivery, importer.read(rows, rejects, () -> delivery));
        }
    }

    /** A hand-made excerpt. */
    static Path excerpt(String name) {
        try {
            return Path.of(Imported.class.getResource("/imports/" + name).toURI());
        } catch (java.net.URISyntaxException e) {
            throw new IllegalArgumentException(name, e);
        }
    }

    /** A real file, where it is; else the test is skipped by name. */
    static Path real(String name) {
        String shared = System.getProperty(SHARED, "");
        Path path = Path.of(shared, "data", name);
        Assumptions.assumeTrue(
                !shared.isEmpty() && Files.isRegularFile(path), () -> "skipped, since " + path + " is not there");
        return path;
    }

    Total total(String name) {
        return result.classes().classes().stream()
                .filter(total -> total.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no class " + name));
    }

    Total note(String name) {
        return result.classes().notes().stream()
                .filter(total -> total.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no note " + name));
    }

    List<String> rejects() {
        return result.rejects().shown();
    }
}
