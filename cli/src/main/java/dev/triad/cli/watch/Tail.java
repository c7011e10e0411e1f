package dev.triad.cli.watch;

import com.fasterxml.jackson.databind.JsonNode;
import dev.triad.cli.CommandException;
import dev.triad.cli.ExitCode;
import dev.triad.cli.ask.LedgerClient;
import dev.triad.cli.ask.Question;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Follows the stream for as long as its reader wants, connecting again wherever it breaks off and going on after the
 * last event that came. The first connection must succeed; later ones are tried until they do.
 */
final class Tail {
    /** The ledger sends a heartbeat every ten seconds: a stream that is still for longer has been lost. */
    private static final Duration SILENCE_MAX = Duration.ofSeconds(35);

    private static final Duration RETRY_DEFAULT = Duration.ofSeconds(2);
    private static final Duration RETRY_MAX = Duration.ofSeconds(30);

    private final LedgerClient ledger;
    private final Question question;
    private final Predicate<JsonNode> reader;
    private final Consumer<String> notes;
    private Optional<String> lastId = Optional.empty();
    private Duration retry = RETRY_DEFAULT;
    private long skipped;

    /**
     * @param reader takes each entry, and says whether it wants more
     * @param notes takes sentences on what was not shown
     */
    Tail(LedgerClient ledger, Question question, Predicate<JsonNode> reader, Consumer<String> notes) {
        this.ledger = ledger;
        this.question = question;
        this.reader = reader;
        this.notes = notes;
    }

    /** Returns when the reader wants no more. */
    void follow() {
        InputStream stream = connect();
        while (wantsMoreAfter(stream)) {
            notes.accept("The stream broke off; connecting again.");
            stream = connectAgain();
            notes.accept("Connected again.");
        }
    }

    private InputStream connect() {
        skipped = 0;
        return ledger.stream(
                question, lastId.map(id -> Map.of("Last-Event-ID", id)).orElse(Map.of()));
    }

    private InputStream connectAgain() {
        while (true) {
            pause();
            try {
                return connect();
            } catch (CommandException e) {
                if (e.exitCode() == ExitCode.USAGE || e.exitCode() == ExitCode.DENIED) {
                    throw e;
                }
            }
        }
    }

    private boolean wantsMoreAfter(InputStream stream) {
        try (stream;
                Silence silence = new Silence(stream, SILENCE_MAX)) {
            ServerEventReader events = new ServerEventReader(stream, lastId, silence::broken);
            Optional<ServerEvent> event;
            while ((event = events.next()).isPresent()) {
                lastId = events.lastId();
                retry = events.retry()
                        .filter(asked -> asked.compareTo(RETRY_MAX) <= 0)
                        .orElse(retry);
                if (!take(event.get())) {
                    return false;
                }
            }
            return true;
        } catch (IOException e) {
            return true;
        }
    }

    private boolean take(ServerEvent event) {
        switch (event.name()) {
            case "entry" -> {
                return reader.test(ledger.parsed(event.data()));
            }
            case "counts" -> counts(ledger.parsed(event.data()));
            case "gap" -> notes.accept(gap(ledger.parsed(event.data())));
            default -> {
                // What a later ledger may say besides.
            }
        }
        return true;
    }

    private void counts(JsonNode counts) {
        long now = counts.path("skipped").asLong();
        if (now > skipped) {
            notes.accept("Skipped %,d of %,d matching entries: more are posted than are read."
                    .formatted(now, counts.path("matched").asLong()));
        }
        skipped = now;
    }

    private static String gap(JsonNode gap) {
        String missed = gap.path("missed").isNumber()
                ? "Missed %,d entries".formatted(gap.path("missed").asLong())
                : "Missed an unknown number of entries";
        String why = switch (gap.path("reason").asText()) {
            case "window" -> "the ledger keeps only the newest for whoever comes back";
            case "epoch" -> "the ledger has been started anew, or another replica answers";
            case "overrun" -> "they were posted faster than the stream could take them";
            case "repricing" -> "a rate priced more usages anew than the stream shows";
            default -> gap.path("reason").asText();
        };
        return "%s: %s.".formatted(missed, why);
    }

    private void pause() {
        try {
            Thread.sleep(retry);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandException("The command was interrupted.");
        }
    }
}
