package dev.triad.cli.ask;

import dev.triad.cli.terminal.Escaped;
import dev.triad.cli.terminal.Output;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** In which form an answer is printed. */
@SuppressWarnings("NullAway.Init") // picocli sets the fields before the command runs.
final class OutputOptions {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @ArgGroup
    private @Nullable Form form;

    /** One form at a time. */
    static final class Form {
        @Option(names = "--json", description = "Prints what the API answers, unchanged; the pages of a list joined.")
        private boolean json;

        @Option(
                names = "--csv",
                description = "Prints CSV (RFC 4180). A cell that begins with =, +, - or @ and is no number gets an"
                        + " apostrophe before it, so that no spreadsheet takes it for a formula.")
        private boolean csv;
    }

    void print(Report report) {
        Output output = new Output(spec.commandLine().getOut());
        if (form != null && form.json) {
            output.line(report.json().stripTrailing());
        } else if (form != null && form.csv) {
            output.text(Csv.of(report.csv()));
        } else {
            printTables(output, report);
        }
        output.flush();
        if (!report.note().isEmpty()) {
            spec.commandLine().getErr().println(Escaped.of(report.note()));
        }
    }

    private static void printTables(Output output, Report report) {
        for (Iterator<Sheet> tables = report.tables().iterator(); tables.hasNext(); ) {
            TextTable.of(tables.next()).forEach(output::line);
            if (tables.hasNext()) {
                output.line("");
            }
        }
    }
}
