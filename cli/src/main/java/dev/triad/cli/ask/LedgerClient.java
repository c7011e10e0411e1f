package dev.triad.cli.ask;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.triad.cli.CommandException;
import dev.triad.cli.ExitCode;
import dev.triad.cli.access.Token;
import dev.triad.cli.terminal.Escaped;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;

/**
 * The ledger's API. Whatever goes wrong is a {@link CommandException} that says what to do: with {@link
 * ExitCode#NOT_RUNNING} when nothing answers, with {@link ExitCode#USAGE} when the ledger does not take what was asked
 * (400), with {@link ExitCode#DENIED} when it wants to know who asks or does not let them (401, 403), and with {@link ExitCode#FAILED} for everything else.
 */
public final class LedgerClient implements AutoCloseable {
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);

    /** A claim's sensitivity on a large book takes seconds. */
    private static final Duration ANSWER_TIMEOUT = Duration.ofMinutes(2);

    /** Of an answer that is no good, no more than this is read. */
    private static final int PROBLEM_BYTES_MAX = 65_536;

    private static final int BAD_REQUEST = 400;

    private final ObjectMapper mapper = new ObjectMapper();
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT_TIMEOUT)
            .build();
    private final URI base;
    private final Token token;
    private final String api;

    public LedgerClient(URI base) {
        this(base, Token.NONE);
    }

    /** @param token says who asks */
    public LedgerClient(URI base, Token token) {
        this.base = base;
        this.token = token;
        this.api = base.toString().replaceAll("/+$", "") + "/api/v1";
    }

    /** An answer as it came, one JSON document. */
    public String text(Question question) {
        return read(request(question).timeout(ANSWER_TIMEOUT).build());
    }

    public JsonNode json(Question question) {
        return parsed(text(question));
    }

    public JsonNode post(Question question, JsonNode body) {
        HttpRequest.Builder request = request(question)
                .timeout(ANSWER_TIMEOUT)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body.toString()));
        return parsed(read(request.build()));
    }

    public void delete(Question question) {
        var unused = read(request(question).timeout(ANSWER_TIMEOUT).DELETE().build());
    }

    /**
     * An answer that is read as it comes, however long that takes; whoever closes it breaks it off.
     *
     * @param headers what is sent along
     */
    public InputStream stream(Question question, Map<String, String> headers) {
        HttpRequest.Builder request = request(question);
        headers.forEach(request::header);
        return send(request.build());
    }

    public JsonNode parsed(String text) {
        try {
            return mapper.readTree(text);
        } catch (JsonProcessingException e) {
            throw new CommandException("%s answered with something else than JSON; is it a ledger?".formatted(base));
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
    }

    private HttpRequest.Builder request(Question question) {
        return token.on(HttpRequest.newBuilder(URI.create(api + question)).header("Accept", "*/*"));
    }

    private String read(HttpRequest request) {
        try (InputStream answer = send(request)) {
            return new String(answer.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw brokenOff(e);
        }
    }

    private InputStream send(HttpRequest request) {
        try {
            HttpResponse<InputStream> response = http.send(request, BodyHandlers.ofInputStream());
            if (response.statusCode() / 100 == 2) {
                return response.body();
            }
            try (InputStream body = response.body()) {
                throw refused(response.statusCode(), body.readNBytes(PROBLEM_BYTES_MAX));
            }
        } catch (ConnectException | HttpConnectTimeoutException e) {
            throw new CommandException(
                    ("No ledger answers at %s. Start the stack with ./triad up, or name a ledger with --ledger URL.")
                            .formatted(base),
                    ExitCode.NOT_RUNNING);
        } catch (IOException e) {
            throw brokenOff(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandException("The command was interrupted.");
        }
    }

    private CommandException refused(int status, byte[] body) {
        if (Token.isRefused(status)) {
            return token.refused(base, status, problem(status, body));
        }
        int exitCode = status == BAD_REQUEST ? ExitCode.USAGE : ExitCode.FAILED;
        return new CommandException(problem(status, body), exitCode);
    }

    /** What an RFC 9457 problem says, or the status alone. */
    private String problem(int status, byte[] body) {
        try {
            JsonNode problem = mapper.readTree(body);
            if (problem.path("detail").isTextual()) {
                StringBuilder told = new StringBuilder(problem.path("detail").asText());
                for (JsonNode error : problem.path("errors")) {
                    told.append(" %s %s."
                            .formatted(
                                    error.path("field").asText(),
                                    error.path("message").asText()));
                }
                return Escaped.of("%s (%s)".formatted(told, problem.path("code").asText()));
            }
        } catch (IOException e) {
            // Something that is no problem document stands between; the status has to do.
        }
        return "%s answered with status %d.".formatted(base, status);
    }

    private CommandException brokenOff(IOException e) {
        return new CommandException("The answer of %s did not come to its end (%s). Ask again."
                .formatted(base, e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage()));
    }
}
