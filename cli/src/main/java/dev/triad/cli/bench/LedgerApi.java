package dev.triad.cli.bench;

import com.fasterxml.jackson.databind.JsonNode;
import dev.triad.cli.CommandException;
import dev.triad.cli.workload.Workload;
import dev.triad.events.Source;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/** The ledger as anybody can ask it: over HTTP. */
final class LedgerApi implements AutoCloseable {
    private static final Duration LONGEST = Duration.ofSeconds(60);
    private static final int OK = 200;

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(LONGEST)
            .build();
    private final String root;

    LedgerApi(int port) {
        root = "http://127.0.0.1:" + port + "/api/v1";
    }

    /** The balance of each account of a group in the smallest unit, debits positive; those of zero are left out. */
    SortedMap<String, BigInteger> balances(String group) throws IOException, InterruptedException {
        SortedMap<String, BigInteger> balances = new TreeMap<>();
        for (JsonNode account : get("/groups/" + group + "/trial-balance").path("accounts")) {
            BigInteger balance = new BigDecimal(account.path("balance").asText())
                    .setScale(Workload.ASSET.scale(), RoundingMode.UNNECESSARY)
                    .unscaledValue();
            if (balance.signum() != 0) {
                balances.put(account.path("account").asText(), balance);
            }
        }
        return balances;
    }

    /** How many postings each account has whose name begins so; none before the group is known. */
    Map<String, Long> postings(String group, String prefix) throws IOException, InterruptedException {
        Map<String, Long> postings = new HashMap<>();
        JsonNode page = get("/groups/" + group + "/accounts?limit=1000&prefix=" + prefix);
        page.path("accounts")
                .forEach(account -> postings.put(
                        account.path("account").asText(),
                        account.path("postings").asLong()));
        return postings;
    }

    /** Whether an event is on the books. */
    boolean isPosted(Source source, UUID id) throws IOException, InterruptedException {
        HttpResponse<byte[]> response = ask("/events" + source + "/" + id);
        return response.statusCode() == OK
                && Json.MAPPER.readTree(response.body()).path("state").asText().equals("posted");
    }

    /**
     * Asks for something that must be there.
     *
     * @throws CommandException when the answer is not a good one
     */
    void require(String path) throws IOException, InterruptedException {
        var unused = answer(path);
    }

    private JsonNode get(String path) throws IOException, InterruptedException {
        return Json.MAPPER.readTree(answer(path));
    }

    private byte[] answer(String path) throws IOException, InterruptedException {
        HttpResponse<byte[]> response = ask(path);
        if (response.statusCode() != OK) {
            throw new CommandException("The ledger answered %d to %s.".formatted(response.statusCode(), path));
        }
        return response.body();
    }

    private HttpResponse<byte[]> ask(String path) throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(root + path)).timeout(LONGEST).build();
        return http.send(request, BodyHandlers.ofByteArray());
    }

    @Override
    public void close() {
        http.close();
    }
}
