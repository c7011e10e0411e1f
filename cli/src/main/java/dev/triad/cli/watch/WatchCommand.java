package dev.triad.cli.watch;

import com.fasterxml.jackson.databind.JsonNode;
import dev.triad.cli.ExitCode;
import dev.triad.cli.ask.LedgerClient;
import dev.triad.cli.ask.LedgerOption;
import dev.triad.cli.ask.Question;
import dev.triad.cli.terminal.Escaped;
import dev.triad.cli.terminal.Output;
import dev.triad.cli.terminal.Terminal;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code triad watch} shows events as they are posted. */
@Command(
        name = "watch",
        description = "Shows events as they are posted, with what each posted, until Ctrl-C.",
        sortOptions = false,
        footer = {
            "",
            "Examples:",
            "  ./triad watch --group amazon --unit store",
            "  ./triad watch --type triad.usage.recorded.v1 --grep echo-dot",
            "  ./triad watch --json --count 100 | jq -r .rule | sort | uniq -c",
            "",
            "Where the stream breaks off, it is connected to again and goes on after the last event. What was skipped or"
                    + " missed is told on standard error. Colours are used on a terminal alone, and not with NO_COLOR;"
                    + " control characters in what events say are shown as \\u001b."
        })
@SuppressWarnings("NullAway.Init") // picocli sets the fields before call().
public final class WatchCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private final LedgerOption ledger = new LedgerOption();

    @Option(
            names = {"-g", "--group"},
            paramLabel = "G",
            description = "The events of this group alone.")
    private @Nullable String group;

    @Option(names = "--unit", paramLabel = "U", description = "The events of this unit alone.")
    private @Nullable String unit;

    @Option(names = "--type", paramLabel = "TYPE", description = "Of this type alone, such as triad.sale.recorded.v1.")
    private @Nullable String type;

    @Option(names = "--subject", paramLabel = "S", description = "On this subject alone, such as an order.")
    private @Nullable String subject;

    @Option(
            names = "--account",
            paramLabel = "NAME",
            description = "Those alone that posted to an account whose name begins so, such as store:revenue.")
    private @Nullable String account;

    @Option(
            names = "--grep",
            paramLabel = "TEXT",
            description = "Those alone that have this text anywhere, in capitals or not.")
    private @Nullable String grep;

    @Option(
            names = "--max-per-second",
            paramLabel = "N",
            description = "No more than this many each second, sampled evenly by the ledger.")
    private @Nullable Integer perSecondMax;

    @Option(names = "--count", paramLabel = "N", description = "Ends after this many.")
    private @Nullable Long count;

    @Option(names = "--json", description = "Prints each as a line of JSON, as the API sends it.")
    private boolean json;

    @Override
    public Integer call() {
        if (count != null && count < 1) {
            throw new ParameterException(spec.commandLine(), "--count must be 1 or more, not %d.".formatted(count));
        }
        try (LedgerClient client = ledger.open()) {
            new Tail(client, question(), reader(), this::note).follow();
            return ExitCode.OK;
        }
    }

    private Question question() {
        return Question.of("stream")
                .with("group", group)
                .with("unit", unit)
                .with("type", type)
                .with("subject", subject)
                .with("account", account)
                .with("q", grep)
                .with("maxPerSecond", perSecondMax);
    }

    private Predicate<JsonNode> reader() {
        Output output = new Output(spec.commandLine().getOut());
        LineWidth width = LineWidth.ofOutput();
        boolean coloured = Terminal.hasColours();
        long[] shown = {0};
        return entry -> {
            output.line(
                    json ? Escaped.of(entry.toString()) : EntryLine.of(entry).shown(width.max(), coloured));
            output.flush();
            shown[0]++;
            return count == null || shown[0] < count;
        };
    }

    private void note(String sentence) {
        PrintWriter err = spec.commandLine().getErr();
        err.println("triad watch: " + Escaped.of(sentence));
        err.flush();
    }
}
