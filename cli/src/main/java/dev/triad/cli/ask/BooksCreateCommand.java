package dev.triad.cli.ask;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.triad.cli.CommandException;
import dev.triad.cli.terminal.Escaped;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code triad books create} makes a book by another policy, and waits until it has caught up with the actual one. */
@Command(
        name = "create",
        description = "Makes a book by another policy, and tells how far it is until it is live.",
        sortOptions = false,
        footer = {
            "",
            "Examples:",
            "  ./triad books create free-cloud --group amazon --transfer-price free",
            "  ./triad books create dearer --group amazon --transfer-price cost-plus:0.10 --without-unit device",
            "  ./triad books create more-demand --group amazon --outside-demand 1.2 --device-price 0.9",
            "",
            "Ctrl-C stops the waiting alone: the book is made all the same."
        })
@SuppressWarnings("NullAway.Init") // picocli sets the fields before call().
final class BooksCreateCommand extends AskCommand {
    private static final Duration PAUSE = Duration.ofMillis(500);

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "NAME", description = "The book's name, which --book takes from then on.")
    private String name;

    @Mixin
    private final GroupOption group = new GroupOption();

    @Option(names = "--title", paramLabel = "TEXT", description = "What it is about; unless given, its policy.")
    private @Nullable String title;

    @Option(
            names = "--transfer-price",
            paramLabel = "METHOD",
            description = "What units charge each other: free, marginal, full-cost, market, or cost-plus:0.10 for a"
                    + " tenth above the full cost.")
    private @Nullable String transferPrice;

    @Option(
            names = "--reference-price",
            paramLabel = "PRICE",
            description = "What a transfer price is compared to: list, full-cost or marginal.")
    private @Nullable String referencePrice;

    @Option(
            names = "--storefront",
            paramLabel = "declared|none",
            description = "Whether there are storefront subsidies.")
    private @Nullable String storefront;

    @Option(
            names = "--attribution",
            paramLabel = "declared|none",
            description = "Whether there are attributed contributions.")
    private @Nullable String attribution;

    @Option(names = "--without-unit", paramLabel = "U", description = "A unit that the book is without; repeatable.")
    private final List<String> withoutUnits = new ArrayList<>();

    @Option(
            names = "--capacity-cost",
            paramLabel = "KEY",
            description = "How fully distributed cost divides capacity: usage, revenue or equal.")
    private @Nullable String capacityCost;

    @Option(
            names = "--device-price",
            paramLabel = "FACTOR",
            description = "What customers pay for devices, times a factor of 0 to 100: 1.2 is a fifth dearer.")
    private @Nullable String devicePrice;

    @Option(
            names = "--take-rate",
            paramLabel = "FACTOR",
            description = "The fees that a marketplace takes, times a factor.")
    private @Nullable String takeRate;

    @Option(
            names = "--outside-demand",
            paramLabel = "FACTOR",
            description = "What customers outside use, times a factor, at its marginal cost; capacity stays.")
    private @Nullable String outsideDemand;

    @Override
    Report ask(LedgerClient client) {
        ObjectNode policy = policy();
        if (policy.isEmpty()) {
            throw new ParameterException(
                    spec.commandLine(), "By which rules? Say at least one, such as --transfer-price free.");
        }
        client.post(Question.of("books"), request(group.of(client), policy));
        String answer = untilLive(client);
        return Report.of(answer, BooksCommand.sheet(List.of(client.parsed(answer))));
    }

    private ObjectNode request(String ofGroup, ObjectNode policy) {
        ObjectNode request = JsonNodeFactory.instance.objectNode();
        request.put("book", name).put("group", ofGroup).put("title", title == null ? title() : title);
        return request.set("policy", policy);
    }

    private ObjectNode policy() {
        ObjectNode policy = JsonNodeFactory.instance.objectNode();
        if (transferPrice != null) {
            int colon = transferPrice.indexOf(':');
            ObjectNode price = policy.putObject("transferPrice");
            price.put("method", colon < 0 ? transferPrice : transferPrice.substring(0, colon));
            if (colon >= 0) {
                price.put("markup", transferPrice.substring(colon + 1));
            }
        }
        put(policy, "referencePrice", referencePrice);
        put(policy, "storefront", storefront);
        put(policy, "attribution", attribution);
        put(policy, "capacityCost", capacityCost);
        if (!withoutUnits.isEmpty()) {
            withoutUnits.forEach(policy.withArray("withoutUnits")::add);
        }
        putFactor(policy, "devicePrice", devicePrice);
        putFactor(policy, "takeRate", takeRate);
        putFactor(policy, "outsideDemand", outsideDemand);
        return policy;
    }

    /** What was asked for, in the words of the options. */
    private String title() {
        List<String> words = new ArrayList<>();
        say(words, "transfer price %s", transferPrice);
        say(words, "reference price %s", referencePrice);
        say(words, "storefront %s", storefront);
        say(words, "attribution %s", attribution);
        withoutUnits.forEach(unit -> say(words, "without %s", unit));
        say(words, "capacity by %s", capacityCost);
        say(words, "device price × %s", devicePrice);
        say(words, "take rate × %s", takeRate);
        say(words, "outside demand × %s", outsideDemand);
        return String.join(", ", words);
    }

    private static void say(List<String> words, String format, @Nullable String value) {
        if (value != null) {
            words.add(format.formatted(value));
        }
    }

    private static void putFactor(ObjectNode policy, String field, @Nullable String factor) {
        if (factor != null) {
            policy.putObject(field).put("factor", factor);
        }
    }

    private static void put(ObjectNode policy, String field, @Nullable String value) {
        if (value != null) {
            policy.put(field, value);
        }
    }

    /** The book once it is live; it makes progress as long as it is asked for, so there is no end to set. */
    private String untilLive(LedgerClient client) {
        String told = "";
        while (true) {
            String answer = client.text(Question.of("books", name));
            JsonNode book = client.parsed(answer);
            switch (book.path("state").asText()) {
                case "live" -> {
                    return answer;
                }
                case "failed" ->
                    throw new CommandException("The book could not be made: "
                            + Escaped.of(book.path("detail").asText()));
                default -> told = tell(book.path("progress"), told);
            }
            pause();
        }
    }

    private String tell(JsonNode progress, String told) {
        String now = "%,d of %,d entries"
                .formatted(
                        progress.path("entriesRead").asLong(),
                        progress.path("entriesTotal").asLong());
        if (!now.equals(told)) {
            PrintWriter err = spec.commandLine().getErr();
            err.println(now);
            err.flush();
        }
        return now;
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandException("The command was interrupted; the book is made all the same.");
        }
    }
}
