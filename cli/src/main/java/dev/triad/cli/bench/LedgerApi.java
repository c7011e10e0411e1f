package dev.triad.cli.bench;

import com.fasterxml.jackson.databind.JsonNode;
import dev.triad.cli.CommandException;
import dev.triad.cli.workload.Workload;
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
import java.util.SortedMap;
import java.util.TreeMap;

/** The ledger as anybody can ask it: over HTTP. */
final class LedgerApi implements AutoCloseable {
    private static final Duration LONGEST = Duration.ofSeconds(60);
    private static final int OK = 200;

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(LONGEST).build();
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

    private JsonNode get(String path) throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(root + path)).timeout(LONGEST).build();
        HttpResponse<byte[]> response = http.send(request, BodyHandlers.ofByteArray());
        if (response.statusCode() != OK) {
            throw new CommandException("The ledger answered %d to %s.".formatted(response.statusCode(), path));
        }
        return Json.MAPPER.readTree(response.body());
    }

    @Override
    public void close() {
        http.close();
    }
}
