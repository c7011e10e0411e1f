package dev.triad.cli.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpServer;
import dev.triad.cli.CommandException;
import dev.triad.cli.ExitCode;
import dev.triad.cli.Triad;
import dev.triad.cli.ask.LedgerClient;
import dev.triad.cli.ask.Question;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A server of the JDK's that lets in only whom it is told to. */
class TokenTest {
    private static final String TEXT = "aaaa.bbbb.cccc";

    private final List<String> shown = new CopyOnWriteArrayList<>();
    private int status = 200;

    @SuppressWarnings("NullAway.Init") // start() sets it before each test.
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            shown.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
            byte[] answer = (status == 200
                            ? "{\"groups\":[]}"
                            : "{\"code\":\"forbidden\",\"detail\":\"This needs the role operator.\"}")
                    .getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void theLedgerIsShownTheTokenAndWithoutOneNothing() {
        try (LedgerClient with = new LedgerClient(ledger(), Token.of(' ' + TEXT + '\n'));
                LedgerClient without = new LedgerClient(ledger())) {
            with.text(Question.of("groups"));
            without.text(Question.of("groups"));
        }
        assertThat(shown).containsExactly("Bearer " + TEXT, "null");
    }

    @Test
    void aRefusalSaysWhatToDoAndNeverTheToken() {
        assertThat(refusal(401, Token.NONE)).contains("wants to know who asks", "TRIAD_TOKEN", "./triad token");
        assertThat(refusal(401, Token.of(TEXT)))
                .contains("does not accept the token")
                .doesNotContain(TEXT);
        assertThat(refusal(403, Token.of(TEXT)))
                .contains("This needs the role operator. (forbidden)")
                .doesNotContain(TEXT);
    }

    @Test
    void whatIsNoTokenIsNotSentAndNotRepeated() {
        for (String bad : List.of("with\r\nHost: elsewhere", "two words", "ünder")) {
            assertThatThrownBy(() -> Token.of(bad))
                    .isInstanceOf(CommandException.class)
                    .hasMessageNotContaining(bad);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--role reader",
                "--role reader --group amazon --all-groups",
                "--role reader --group Amazon",
                "--role admin --group amazon",
                "--role reader --group amazon --hours 0",
                "--group amazon"
            })
    void aTokenForNobodyInParticularIsNotMade(String options, @TempDir Path folder) {
        assertThat(triad("token --data-dir %s %s".formatted(folder, options), new StringWriter()))
                .isEqualTo(ExitCode.USAGE);
    }

    @Test
    void aTokenIsPrintedAlone(@TempDir Path folder) {
        StringWriter out = new StringWriter();
        assertThat(triad("token --data-dir %s --role reader,auditor --group amazon".formatted(folder), out))
                .isZero();
        assertThat(out.toString()).matches("[\\w-]+\\.[\\w-]+\\.[\\w-]+\\R");
    }

    private String refusal(int answered, Token token) {
        status = answered;
        try (LedgerClient client = new LedgerClient(ledger(), token)) {
            CommandException refused =
                    catchThrowableOfType(CommandException.class, () -> client.text(Question.of("groups")));
            assertThat(refused.exitCode()).isEqualTo(ExitCode.DENIED);
            return String.valueOf(refused.getMessage());
        }
    }

    private static int triad(String command, StringWriter out) {
        return Triad.commandLine()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(new StringWriter()))
                .execute(command.split(" "));
    }

    private URI ledger() {
        return URI.create("http://localhost:" + server.getAddress().getPort());
    }
}
