package dev.triad.cli.watch;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads server-sent events as the HTML standard's section 9.2.6 has it: lines end with CR, LF or both; lines that begin
 * with a colon are comments; an event ends with an empty line, and one that the stream breaks off is none.
 */
final class ServerEventReader {
    /** A line is an event's whole JSON, which is the data of at most 512 KiB and what it posted. */
    private static final int LINE_CHARACTERS_MAX = 8_388_608;

    private static final int END = -1;
    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final Pattern DIGITS = Pattern.compile("\\d{1,9}");

    private final Reader reader;
    private final Runnable alive;
    private boolean first = true;
    private boolean afterReturn;
    private String name = "";
    private final StringBuilder data = new StringBuilder();
    private Optional<String> pendingId;
    private Optional<String> lastId;
    private Optional<Duration> retry = Optional.empty();

    /**
     * @param lastId the id that the stream is resumed after
     * @param alive called with each line, of which comments are what keeps a quiet stream alive
     */
    ServerEventReader(InputStream stream, Optional<String> lastId, Runnable alive) {
        this.reader = new InputStreamReader(stream, StandardCharsets.UTF_8);
        this.lastId = lastId;
        this.pendingId = lastId;
        this.alive = alive;
    }

    /** The id to resume after: that of the last event which had one. */
    Optional<String> lastId() {
        return lastId;
    }

    /** How long the stream asks to wait before it is connected to again. */
    Optional<Duration> retry() {
        return retry;
    }

    /** The next event; empty at the end of the stream. */
    Optional<ServerEvent> next() throws IOException {
        Optional<String> line;
        while ((line = line()).isPresent()) {
            alive.run();
            if (!line.get().isEmpty()) {
                take(line.get());
                continue;
            }
            Optional<ServerEvent> event = dispatched();
            if (event.isPresent()) {
                return event;
            }
        }
        return Optional.empty();
    }

    private void take(String line) {
        int colon = line.indexOf(':');
        String field = colon < 0 ? line : line.substring(0, colon);
        String value = colon < 0 ? "" : line.substring(colon + 1);
        String meant = value.startsWith(" ") ? value.substring(1) : value;
        switch (field) {
            case "event" -> name = meant;
            case "data" -> data.append(meant).append('\n');
            case "id" -> {
                if (meant.indexOf('\0') < 0) {
                    pendingId = Optional.of(meant);
                }
            }
            case "retry" -> {
                if (DIGITS.matcher(meant).matches()) {
                    retry = Optional.of(Duration.ofMillis(Long.parseLong(meant)));
                }
            }
            default -> {
                // A comment, whose field is empty, or a field that the standard does not know.
            }
        }
    }

    /** What has been read up to an empty line; without data it is no event, though its id counts. */
    private Optional<ServerEvent> dispatched() {
        lastId = pendingId;
        String called = name.isEmpty() ? "message" : name;
        name = "";
        if (data.isEmpty()) {
            return Optional.empty();
        }
        String whole = data.substring(0, data.length() - 1);
        data.setLength(0);
        return Optional.of(new ServerEvent(called, whole));
    }

    /** The next line without its end; empty where the stream ends, even in the middle of one. */
    private Optional<String> line() throws IOException {
        StringBuilder line = new StringBuilder();
        int c;
        while ((c = reader.read()) != END) {
            boolean secondOfPair = afterReturn && c == '\n';
            afterReturn = c == '\r';
            boolean mark = first && c == BYTE_ORDER_MARK;
            first = false;
            if (secondOfPair || mark) {
                continue;
            }
            if (c == '\r' || c == '\n') {
                return Optional.of(line.toString());
            }
            if (line.length() == LINE_CHARACTERS_MAX) {
                throw new IOException(
                        "a line of the stream is longer than %,d characters".formatted(LINE_CHARACTERS_MAX));
            }
            line.append((char) c);
        }
        return Optional.empty();
    }
}
