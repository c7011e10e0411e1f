package dev.triad.cli.ask;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code triad tests} holds what everybody paid to what serving them cost. */
@Command(
        name = "tests",
        description = "Tests whether any user of a unit's cost pools, or any coalition of them, subsidises another.",
        sortOptions = false,
        footer = {
            "",
            "Examples:",
            "  ./triad tests --group amazon --to 2026-04-01",
            "  ./triad tests --group amazon --json | jq '.providers[].additive.violations'",
            "",
            "--csv has the players alone; the coalitions that fail a test stand in the table and in --json."
        })
public final class TestsCommand extends AskCommand {
    private static final List<String> GAMES = List.of("additive", "economiesOfScale");

    @Mixin
    private final GroupOption group = new GroupOption();

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
        String answer = client.text(span.of(Question.of("groups", group.of(client), "subsidy-tests")
                .with("book", book.name())
                .with("progressRatio", progressRatio)));
        JsonNode tests = client.parsed(answer);
        Sheet players = players(tests);
        return new Report(answer, List.of(players, violations(tests)), players, "");
    }

    static Sheet players(JsonNode tests) {
        return new Sheet(
                Notes.caption("Subsidy tests", tests),
                tests.path("asset").asText(),
                List.of(
                        Column.text("provider"),
                        Column.text("costs"),
                        Column.text("player"),
                        Column.text("band"),
                        Column.amount("revenue"),
                        Column.amount("stand-alone"),
                        Column.amount("incremental"),
                        Column.amount("fully distributed"),
                        Column.amount("Shapley")),
                rows(
                        tests,
                        "players",
                        player -> Cells.of(
                                player,
                                "player",
                                "band",
                                "revenue",
                                "standAloneCost",
                                "incrementalCost",
                                "fullyDistributedCost",
                                "shapleyValue")));
    }

    static Sheet violations(JsonNode tests) {
        return new Sheet(
                "Coalitions that fail a test, and by how much",
                tests.path("asset").asText(),
                List.of(
                        Column.text("provider"),
                        Column.text("costs"),
                        Column.text("coalition"),
                        Column.text("test"),
                        Column.amount("amount")),
                rows(tests, "violations", one -> Cells.of(one, "coalition", "test", "amount")));
    }

    /** A row for each element of a list in each game of each provider. */
    private static List<List<String>> rows(JsonNode tests, String list, Function<JsonNode, List<String>> cells) {
        List<List<String>> rows = new ArrayList<>();
        for (JsonNode provider : tests.path("providers")) {
            for (String game : GAMES) {
                List<String> first = List.of(provider.path("provider").asText(), words(game));
                provider.path(game)
                        .path(list)
                        .forEach(one -> rows.add(Stream.concat(first.stream(), cells.apply(one).stream())
                                .toList()));
            }
        }
        return rows;
    }

    private static String words(String game) {
        return game.equals("additive") ? "additive" : "economies of scale";
    }
}
