package dev.triad.cli.faults;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.triad.cli.imports.delivery.EventState;
import dev.triad.cli.imports.delivery.Ledger;
import dev.triad.cli.workload.Workload;
import dev.triad.events.Source;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;

/** One group's books, read as anybody can: through the ledger's API. */
final class Books implements AutoCloseable {
    private static final Duration ANSWER_LONGEST = Duration.ofSeconds(60);
    private static final int OK = 200;

    private final URI group;
    private final Ledger ledger;
    private final ObjectMapper json = new ObjectMapper();
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    Books(URI ledger, String group) {
        this.group = ledger.resolve("/api/v1/groups/" + group + "/");
        this.ledger = new Ledger(ledger);
    }

    /** Everything that there is to hold against an oracle. */
    Found read(Map<Source, ? extends Iterable<UUID>> ids) throws IOException, InterruptedException {
        Journal journal = new Journal(Workload.ASSET.scale());
        try (Stream<String> lines = get("export?format=csv", BodyHandlers.ofLines())) {
            lines.skip(1).forEach(journal::read);
        }
        return new Found(posted(ids), journal.doubled(), journal.balances(), trialBalance());
    }

    @Override
    public void close() {
        ledger.close();
        http.shutdownNow();
    }

    /** How many of these events are posted. */
    long posted(Map<Source, ? extends Iterable<UUID>> ids) {
        long posted = 0;
        for (Map.Entry<Source, ? extends Iterable<UUID>> source : ids.entrySet()) {
            List<UUID> some = new ArrayList<>(Ledger.LOOKUP_MAX);
            for (UUID id : source.getValue()) {
                some.add(id);
                if (some.size() == Ledger.LOOKUP_MAX) {
                    posted += posted(source.getKey(), some);
                    some.clear();
                }
            }
            posted += some.isEmpty() ? 0 : posted(source.getKey(), some);
        }
        return posted;
    }

    private long posted(Source source, List<UUID> ids) {
        return ledger.lookup(source, ids).join().values().stream()
                .filter(state -> state == EventState.POSTED)
                .count();
    }

    private SortedMap<String, BigInteger> trialBalance() throws IOException, InterruptedException {
        JsonNode answer;
        try (InputStream body = get("trial-balance", BodyHandlers.ofInputStream())) {
            answer = json.readTree(body);
        }
        SortedMap<String, BigInteger> balances = new TreeMap<>();
        for (JsonNode account : answer.path("accounts")) {
            balances.put(
                    account.path("account").asText(),
                    new BigDecimal(account.path("balance").asText())
                            .movePointRight(Workload.ASSET.scale())
                            .toBigIntegerExact());
        }
        return balances;
    }

    private <T> T get(String path, BodyHandler<T> handler) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(group.resolve(path))
                .timeout(ANSWER_LONGEST)
                .build();
        HttpResponse<T> response = http.send(request, handler);
        if (response.statusCode() != OK) {
            throw new IOException("the ledger answered " + response.statusCode() + " for " + path);
        }
        return response.body();
    }
}
