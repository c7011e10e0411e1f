package dev.triad.cli.export;

import dev.triad.cli.CommandException;
import dev.triad.cli.ExitCode;
import dev.triad.cli.ask.GroupOption;
import dev.triad.cli.ask.LedgerClient;
import dev.triad.cli.ask.LedgerOption;
import dev.triad.cli.ask.Question;
import dev.triad.cli.ask.SpanOptions;
import dev.triad.cli.terminal.OutputClosedException;
import dev.triad.events.Asset;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code triad export} hands the journal to other programs; however long it is, it takes no memory here. */
@Command(
        name = "export",
        description = "Writes the journal for other programs: hledger and Ledger, Beancount, CSV or Parquet.",
        sortOptions = false,
        footer = {
            "",
            "Examples:",
            "  ./triad export --group amazon --format hledger | hledger -f - balance",
            "  ./triad export --group amazon --format hledger -o amazon.journal && ledger -f amazon.journal balance",
            "  ./triad export --group amazon --format beancount -o amazon.beancount && bean-check amazon.beancount",
            "  ./triad export --group amazon --format parquet -o amazon.parquet --from 2026-01-01 --to 2026-04-01",
            "",
            "A file comes into being when all of it is written; an export that breaks off leaves none."
        })
@SuppressWarnings("NullAway.Init") // picocli sets the fields before call().
public final class ExportCommand implements Callable<Integer> {
    private static final int BUFFER_BYTES = 1 << 16;

    @Spec
    private CommandSpec spec;

    @Mixin
    private final LedgerOption ledger = new LedgerOption();

    @Mixin
    private final GroupOption group = new GroupOption();

    @Option(
            names = "--format",
            required = true,
            paramLabel = "hledger|beancount|csv|parquet",
            description = "The format; Ledger reads that of hledger.")
    private ExportFormat format;

    @Option(names = "--book", paramLabel = "BOOK", description = "A what-if book instead of the actual one.")
    private @Nullable String book;

    @Mixin
    private final SpanOptions span = new SpanOptions();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "The file to write, over one that is there; else standard output, but not for parquet.")
    private @Nullable Path file;

    @Override
    public Integer call() {
        if (format == ExportFormat.PARQUET && file == null) {
            throw new ParameterException(
                    spec.commandLine(), "parquet is written to a file: name one with --output FILE.");
        }
        try (LedgerClient client = ledger.open()) {
            String of = group.of(client);
            try (InputStream export = export(client, of)) {
                if (file == null) {
                    print(export);
                } else {
                    write(client, of, export, file);
                }
            }
            return ExitCode.OK;
        } catch (IOException | UncheckedIOException e) {
            throw new CommandException("The export did not come to its end (%s)."
                    .formatted(Objects.requireNonNullElse(e.getMessage(), e.toString())));
        }
    }

    private InputStream export(LedgerClient client, String of) {
        Question question = Question.of("groups", of, "export")
                .with("format", format.sent())
                .with("book", book);
        return client.stream(span.of(question), Map.of());
    }

    /** Straight to the descriptor, so that a reader who has gone away is noticed. */
    private static void print(InputStream export) throws IOException {
        try (OutputStream out = new FileOutputStream(FileDescriptor.out)) {
            byte[] buffer = new byte[BUFFER_BYTES];
            int length;
            while ((length = export.read(buffer)) >= 0) {
                write(out, buffer, length);
            }
        }
    }

    private static void write(OutputStream out, byte[] buffer, int length) {
        try {
            out.write(buffer, 0, length);
        } catch (IOException e) {
            throw new OutputClosedException();
        }
    }

    private void write(LedgerClient client, String of, InputStream export, Path to) throws IOException {
        Path part = to.resolveSibling(to.getFileName() + ".part");
        try {
            if (format == ExportFormat.PARQUET) {
                String asset =
                        client.json(Question.of("groups", of)).path("asset").asText();
                ParquetFile.write(export, Asset.parse(asset), about(of, asset), part);
            } else {
                Files.copy(export, part, StandardCopyOption.REPLACE_EXISTING);
            }
            Files.move(part, to, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private Map<String, String> about(String of, String asset) {
        return Map.of(
                "triad.group", of, "triad.book", Objects.requireNonNullElse(book, "actual"), "triad.asset", asset);
    }
}
