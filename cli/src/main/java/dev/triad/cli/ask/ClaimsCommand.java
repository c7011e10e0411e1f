package dev.triad.cli.ask;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code triad claims} measures the thesis, sentence by sentence. */
@Command(
        name = "claims",
        description = "Measures each sentence of the thesis, for one group or side by side for all.",
        sortOptions = false,
        footer = {
            "",
            "Examples:",
            "  ./triad claims --group amazon --to 2026-04-01",
            "  ./triad claims --all",
            "  ./triad claims --group amazon --json | jq '.claims[0].sensitivity'"
        })
@SuppressWarnings("NullAway.Init") // picocli sets the fields before call().
public final class ClaimsCommand extends AskCommand {
    @Spec
    private CommandSpec spec;

    @Mixin
    private final GroupOption group = new GroupOption();

    @Option(names = "--all", description = "All groups, side by side.")
    private boolean all;

    @Mixin
    private final BookOption book = new BookOption();

    @Mixin
    private final SpanOptions span = new SpanOptions();

    @Option(
            names = "--progress-ratio",
            paramLabel = "R",
            description = "What each doubling of the volume brings the unit cost down to, 0.5 to 1 (0.85).")
    private @Nullable String progressRatio;

    @Override
    Report ask(LedgerClient client) {
        if (all && (group.isGiven() || book.name() != null)) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--all shows the actual books of all groups: --group and --book do not go with it.");
        }
        Question of = all
                ? Question.of("claims")
                : Question.of("groups", group.of(client), "claims").with("book", book.name());
        String answer = client.text(span.of(of.with("progressRatio", progressRatio)));
        JsonNode claims = client.parsed(answer);
        return Report.of(answer, all ? compared(claims) : sheet(claims));
    }

    static Sheet sheet(JsonNode claims) {
        return new Sheet(
                Notes.caption("Claims", claims),
                "",
                List.of(
                        Column.number("number"),
                        Column.text("verdict"),
                        Column.number("value"),
                        Column.text("holds when"),
                        Column.text("claim"),
                        Column.text("metric")),
                claims.path("claims")
                        .valueStream()
                        .map(claim -> Cells.of(claim, "number", "verdict", "value", "threshold", "claim", "metric"))
                        .toList());
    }

    static Sheet compared(JsonNode claims) {
        return new Sheet(
                "Claims, by group",
                "",
                List.of(
                        Column.number("number"),
                        Column.text("group"),
                        Column.text("verdict"),
                        Column.number("value"),
                        Column.text("holds when"),
                        Column.text("claim")),
                claims.path("claims")
                        .valueStream()
                        .flatMap(ClaimsCommand::ofGroups)
                        .toList());
    }

    private static Stream<List<String>> ofGroups(JsonNode claim) {
        return claim.path("groups")
                .propertyStream()
                .map(group -> List.of(
                        claim.path("number").asText(),
                        group.getKey(),
                        Cells.of(group.getValue().path("verdict")),
                        Cells.of(group.getValue().path("value")),
                        claim.path("threshold").asText(),
                        claim.path("claim").asText()));
    }
}
