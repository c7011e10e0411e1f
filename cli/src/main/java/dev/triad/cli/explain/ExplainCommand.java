package dev.triad.cli.explain;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.triad.cli.CommandException;
import dev.triad.cli.ExitCode;
import dev.triad.cli.ask.LedgerClient;
import dev.triad.cli.ask.LedgerOption;
import dev.triad.cli.ask.Question;
import dev.triad.cli.explain.EventName.ByEntry;
import dev.triad.cli.explain.EventName.ById;
import dev.triad.cli.explain.EventName.BySource;
import dev.triad.cli.terminal.Escaped;
import dev.triad.cli.terminal.Output;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code triad explain} tells of one event what it says, what it posted by which rate and rule, and what that moved. */
@Command(
        name = "explain",
        description =
                "Explains an event: what it posted, in words and numbers, by which rate and rule, and the balances"
                        + " before and after.",
        sortOptions = false,
        footer = {
            "",
            "Examples:",
            "  ./triad explain 019b76e5-fa90-7f91-bd20-bdf30ade1a56",
            "  ./triad explain amazon/store/019b76e5-fa90-7f91-bd20-bdf30ade1a56",
            "  ./triad explain sales-5-90",
            "  ./triad explain sales-5-90 --json | jq '.entries[].postings[].reasons'",
            "",
            "--json prints the event as the API has it, its entries with their reasons."
        })
@SuppressWarnings("NullAway.Init") // picocli sets the fields before call().
public final class ExplainCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "EVENT",
            description = "An event's id, group/unit/id, or the name of an entry that it made.")
    private String event;

    @Mixin
    private final LedgerOption ledger = new LedgerOption();

    @Option(names = "--json", description = "Prints JSON, for programs.")
    private boolean json;

    @Override
    public Integer call() {
        EventName name = name();
        try (LedgerClient client = ledger.open()) {
            JsonNode explained = withReasons(client, event(client, name));
            Output output = new Output(spec.commandLine().getOut());
            if (json) {
                output.line(Escaped.of(explained.toString()));
            } else {
                Explanation.of(explained).forEach(output::line);
            }
            output.flush();
            return ExitCode.OK;
        }
    }

    private EventName name() {
        try {
            return EventName.parse(event);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage());
        }
    }

    private static ObjectNode event(LedgerClient client, EventName name) {
        return switch (name) {
            case BySource it -> event(client, "/" + it.group() + "/" + it.unit(), it.id());
            case ById it -> event(client, sourceOf(client, it.id()), it.id());
            case ByEntry it -> {
                JsonNode entry = client.json(Question.of("entries", it.entry()));
                yield event(
                        client,
                        entry.path("source").asText(),
                        UUID.fromString(entry.path("event").asText()));
            }
        };
    }

    private static ObjectNode event(LedgerClient client, String source, UUID id) {
        String[] units = source.substring(1).split("/", 2);
        return (ObjectNode) client.json(Question.of("events", units[0], units[1], id.toString()));
    }

    /** The unit that sent an event, found by asking for all of them; an id is unique only together with it. */
    private static String sourceOf(LedgerClient client, UUID id) {
        List<String> sources = client.json(Question.of("groups"))
                .path("groups")
                .valueStream()
                .flatMap(ExplainCommand::sources)
                .filter(source -> knows(client, source, id))
                .toList();
        if (sources.isEmpty()) {
            throw new CommandException(
                    "No unit of any group has sent an event %s that the ledger has heard of. Of a".formatted(id)
                            + " unit that is not declared yet, ask by group/unit/id.");
        }
        if (sources.size() > 1) {
            throw new CommandException(
                    "Several units have sent an event with this id; ask by group/unit/id: "
                            + String.join(
                                    ", ",
                                    sources.stream()
                                            .map(source -> source.substring(1) + "/" + id)
                                            .toList())
                            + ".",
                    ExitCode.USAGE);
        }
        return sources.getFirst();
    }

    private static Stream<String> sources(JsonNode group) {
        return group.path("units")
                .valueStream()
                .map(unit -> "/" + group.path("group").asText() + "/"
                        + unit.path("unit").asText());
    }

    private static boolean knows(LedgerClient client, String source, UUID id) {
        ObjectNode lookup = JsonNodeFactory.instance.objectNode().put("source", source);
        lookup.putArray("ids").add(id.toString());
        return !client.post(Question.of("events", "lookup"), lookup)
                .path("events")
                .isEmpty();
    }

    /** The event, each entry of which says how its amounts came to be. */
    private static ObjectNode withReasons(LedgerClient client, ObjectNode event) {
        ArrayNode entries = JsonNodeFactory.instance.arrayNode();
        event.path("entries")
                .forEach(entry -> entries.add(
                        client.json(Question.of("entries", entry.path("id").asText()))));
        event.set("entries", entries);
        return event;
    }
}
