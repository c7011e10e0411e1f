package dev.triad.cli.ask;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code triad subsidies} tells who funds whom. */
@Command(
        name = "subsidies",
        description = "Tells who funds whom: imputed subsidies by pair and mechanism, gross and net.",
        sortOptions = false,
        footer = {
            "",
            "Examples:",
            "  ./triad subsidies --group amazon --to 2026-04-01",
            "  ./triad subsidies --group amazon --interval month --csv > subsidies.csv",
            "",
            "--csv puts gross and net into one table: net rows have the mechanism net. With --interval each row says"
                    + " when its interval begins, and the rows of the whole span are left out."
        })
public final class SubsidiesCommand extends AskCommand {
    private static final String NET = "net";

    @Mixin
    private final GroupOption group = new GroupOption();

    @Mixin
    private final BookOption book = new BookOption();

    @Mixin
    private final SpanOptions span = new SpanOptions();

    @Option(
            names = "--interval",
            paramLabel = "hour|day|week|month",
            description = "Adds the figures of each interval.")
    private @Nullable String interval;

    @Option(
            names = "--progress-ratio",
            paramLabel = "R",
            description = "What each doubling of the volume brings the unit cost down to, 0.5 to 1 (0.85).")
    private @Nullable String progressRatio;

    @Override
    Report ask(LedgerClient client) {
        String answer = client.text(span.of(Question.of("groups", group.of(client), "subsidies")
                .with("book", book.name())
                .with("interval", interval)
                .with("progressRatio", progressRatio)));
        JsonNode subsidies = client.parsed(answer);
        List<Sheet> tables = new ArrayList<>();
        tables.add(gross(subsidies));
        tables.add(net(subsidies));
        if (interval != null) {
            tables.add(series(subsidies));
        }
        return new Report(answer, tables, csv(subsidies), "");
    }

    static Sheet gross(JsonNode subsidies) {
        return new Sheet(
                Notes.caption("Gross subsidies", subsidies),
                asset(subsidies),
                List.of(
                        Column.text("grantor"),
                        Column.text("recipient"),
                        Column.text("mechanism"),
                        Column.amount("amount")),
                subsidies
                        .path("gross")
                        .valueStream()
                        .flatMap(SubsidiesCommand::byMechanism)
                        .toList());
    }

    static Sheet net(JsonNode subsidies) {
        return new Sheet(
                "Net: what one grants the other above what it receives from it",
                asset(subsidies),
                List.of(Column.text("grantor"), Column.text("recipient"), Column.amount("amount")),
                subsidies
                        .path("net")
                        .valueStream()
                        .map(pair -> Cells.of(pair, "grantor", "recipient", "amount"))
                        .toList());
    }

    static Sheet series(JsonNode subsidies) {
        return new Sheet(
                "By " + subsidies.path("interval").asText(),
                asset(subsidies),
                csvColumns(),
                subsidies
                        .path("series")
                        .valueStream()
                        .flatMap(SubsidiesCommand::step)
                        .toList());
    }

    static Sheet csv(JsonNode subsidies) {
        if (!subsidies.path("series").isEmpty()) {
            return series(subsidies);
        }
        return new Sheet("", asset(subsidies), csvColumns(), step(subsidies).toList());
    }

    private static List<Column> csvColumns() {
        return List.of(
                Column.text("from"),
                Column.text("grantor"),
                Column.text("recipient"),
                Column.text("mechanism"),
                Column.amount("amount"));
    }

    /** Gross and net of one interval, each row with the interval's beginning. */
    private static Stream<List<String>> step(JsonNode step) {
        String from = Cells.of(step.path("from"));
        Stream<List<String>> gross = step.path("gross").valueStream().flatMap(SubsidiesCommand::byMechanism);
        Stream<List<String>> net = step.path(NET)
                .valueStream()
                .map(pair -> List.of(
                        Cells.of(pair.path("grantor")),
                        Cells.of(pair.path("recipient")),
                        NET,
                        Cells.of(pair.path("amount"))));
        return Stream.concat(gross, net)
                .map(row -> Stream.concat(Stream.of(from), row.stream()).toList());
    }

    private static Stream<List<String>> byMechanism(JsonNode pair) {
        return pair.path("byMechanism")
                .propertyStream()
                .map(mechanism -> List.of(
                        Cells.of(pair.path("grantor")),
                        Cells.of(pair.path("recipient")),
                        mechanism.getKey(),
                        Cells.of(mechanism.getValue())));
    }

    private static String asset(JsonNode subsidies) {
        return subsidies.path("asset").asText();
    }
}
