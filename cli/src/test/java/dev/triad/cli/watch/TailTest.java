package dev.triad.cli.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.triad.cli.CommandException;
import dev.triad.cli.ExitCode;
import dev.triad.cli.ask.LedgerClient;
import dev.triad.cli.ask.Question;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Streams that a server of the JDK's sends over HTTP and breaks off. */
class TailTest {
    private static final String FIRST = """
            retry:1
            id:e-7
            event:hello
            data:{"epoch":"e","newest":"e-7","resumed":false}

            id:e-8
            event:entry
            data:{"entry":"sales-0-1"}

            id:e-9
            event:counts
            data:{"matched":5,"sent":1,"skipped":4,"waiting":0,"perSecond":5.0}

            """;

    private static final String SECOND = """
            event:gap
            data:{"reason":"window","missed":8321,"resumesAfter":"e-8322"}

            id:e-8323
            event:entry
            data:{"entry":"sales-0-2"}

            """;

    private final Queue<String> streams = new ConcurrentLinkedQueue<>();
    private final List<String> resumedAfter = new ArrayList<>();
    private final List<String> shown = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    @SuppressWarnings("NullAway.Init") // start() sets it before each test.
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/api/v1/stream", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void connectsAgainAfterTheLastIdAndSaysWhatWasSkippedAndMissed() {
        streams.addAll(List.of(FIRST, SECOND));

        follow(2);

        assertThat(shown).containsExactly("sales-0-1", "sales-0-2");
        assertThat(resumedAfter).containsExactly("none", "e-9");
        assertThat(notes)
                .containsExactly(
                        "Skipped 4 of 5 matching entries: more are posted than are read.",
                        "The stream broke off; connecting again.",
                        "Connected again.",
                        "Missed 8,321 entries: the ledger keeps only the newest for whoever comes back.");
    }

    @Test
    void goesOnTryingWhereTheLedgerIsAwayForAWhile() {
        streams.addAll(List.of(FIRST, "503", "503", SECOND));

        follow(2);

        assertThat(resumedAfter).containsExactly("none", "e-9", "e-9", "e-9");
    }

    @Test
    void endsWhenItsReaderHasEnough() {
        streams.add(FIRST);

        follow(1);

        assertThat(shown).containsExactly("sales-0-1");
        assertThat(notes).isEmpty();
    }

    @Test
    void saysWhatWasWrongWhereTheFirstConnectionIsRefused() {
        streams.add("503");

        assertThatThrownBy(() -> follow(1))
                .isInstanceOfSatisfying(
                        CommandException.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.FAILED))
                .hasMessage("There are too many readers. (too-many-readers)");
    }

    private void follow(int count) {
        URI ledger = URI.create("http://localhost:" + server.getAddress().getPort());
        try (LedgerClient client = new LedgerClient(ledger)) {
            new Tail(
                            client,
                            Question.of("stream"),
                            entry -> {
                                shown.add(entry.path("entry").asText());
                                return shown.size() < count;
                            },
                            notes::add)
                    .follow();
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        String lastId = exchange.getRequestHeaders().getFirst("Last-Event-ID");
        resumedAfter.add(lastId == null ? "none" : lastId);
        String stream = streams.remove();
        boolean refused = stream.equals("503");
        String body = refused ? "{\"detail\":\"There are too many readers.\",\"code\":\"too-many-readers\"}" : stream;
        exchange.sendResponseHeaders(refused ? 503 : 200, 0);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(body.getBytes(StandardCharsets.UTF_8));
        }
    }
}
