package dev.triad.cli.imports.delivery;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.triad.cli.access.Token;
import dev.triad.cli.imports.format.KnownGroup;
import dev.triad.events.Asset;
import dev.triad.events.CloudEvent;
import dev.triad.events.EventCodec;
import dev.triad.events.KafkaBinding;
import dev.triad.events.Source;
import dev.triad.events.TransferPriceMethod;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/** The ledger's API, as far as it is asked what it knows. */
public final class Ledger implements AutoCloseable {
    /** How many ids one lookup may ask for. */
    public static final int LOOKUP_MAX = 1_000;

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(2);
    private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(10);

    private final URI base;
    private final Token token;
    private final String api;
    private final URI lookup;
    private final ObjectMapper mapper = new ObjectMapper();
    private final EventCodec codec = new EventCodec();
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT_TIMEOUT)
            .build();

    public Ledger(URI base) {
        this(base, Token.NONE);
    }

    /** @param token says who asks */
    public Ledger(URI base, Token token) {
        this.base = base;
        this.token = token;
        this.api = base.toString().replaceAll("/+$", "") + "/api/v1";
        this.lookup = URI.create(api + "/events/lookup");
    }

    /**
     * Asks something that everybody may who is let in; a ledger that does not answer may do so later.
     *
     * @throws dev.triad.cli.CommandException when it does not let in who asks
     */
    public void requireAdmission() {
        try {
            int status = http.send(request(URI.create(api + "/groups")).build(), BodyHandlers.discarding())
                    .statusCode();
            if (Token.isRefused(status)) {
                throw token.refused(base, status, "it takes the role reader.");
            }
        } catch (IOException e) {
            // Whoever delivers to it waits for it.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private HttpRequest.Builder request(URI address) {
        return token.on(HttpRequest.newBuilder(address).timeout(ANSWER_TIMEOUT).header("Accept", "application/json"));
    }

    /**
     * Which of these events the ledger knows, and their state; what it does not know is not among them. Fails with
     * an {@link IOException} when it does not answer or not as it should.
     */
    public CompletableFuture<Map<UUID, EventState>> lookup(Source source, Collection<UUID> ids) {
        HttpRequest request = request(lookup)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(question(source, ids)))
                .build();
        return http.sendAsync(request, BodyHandlers.ofByteArray()).thenApply(this::answer);
    }

    /**
     * Whether an event that the ledger knows says the same as its record in the log; empty when the log does not hold
     * that any more. Fails as {@link #lookup} does.
     */
    CompletableFuture<Optional<Boolean>> saysTheSame(CloudEvent event) {
        HttpRequest request = request(URI.create("%s/events%s/%s".formatted(api, event.source(), event.id())))
                .build();
        return http.sendAsync(request, BodyHandlers.ofByteArray())
                .thenApply(response -> json(response).path("record"))
                .thenApply(record -> record.isObject() ? Optional.of(isRecordOf(event, record)) : Optional.empty());
    }

    /** A group as it was declared; empty when it was not. Fails as {@link #lookup} does. */
    CompletableFuture<Optional<KnownGroup>> group(String name) {
        HttpRequest request = request(URI.create(api + "/groups/" + name)).build();
        return http.sendAsync(request, BodyHandlers.ofByteArray())
                .thenApply(response ->
                        response.statusCode() == 404 ? Optional.empty() : Optional.of(knownGroup(json(response))));
    }

    @Override
    public void close() {
        http.shutdownNow();
    }

    private byte[] question(Source source, Collection<UUID> ids) {
        ObjectNode question = mapper.createObjectNode().put("source", source.toString());
        ArrayNode list = question.putArray("ids");
        ids.forEach(id -> list.add(id.toString()));
        try {
            return mapper.writeValueAsBytes(question);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Map<UUID, EventState> answer(HttpResponse<byte[]> response) {
        Map<UUID, EventState> states = new HashMap<>();
        for (JsonNode event : json(response).path("events")) {
            EventState.byName(event.path("state").asText()).ifPresent(state -> states.put(id(event), state));
        }
        return states;
    }

    private JsonNode json(HttpResponse<byte[]> response) {
        try {
            if (response.statusCode() != 200) {
                throw new IOException("the ledger answered " + response.statusCode());
            }
            return mapper.readTree(response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean isRecordOf(CloudEvent event, JsonNode record) {
        JsonNode headers = record.path("headers");
        return headers.path(KafkaBinding.TYPE).asText().equals(event.type().typeName())
                && headers.path(KafkaBinding.TIME).asText().equals(event.time().toString())
                && headers.path(KafkaBinding.SUBJECT).asText().equals(event.subject())
                && record.path("data").equals(data(event));
    }

    private JsonNode data(CloudEvent event) {
        try {
            return mapper.readTree(codec.encode(event.data()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static KnownGroup knownGroup(JsonNode group) {
        Map<String, List<String>> storefronts = new HashMap<>();
        for (JsonNode unit : group.path("units")) {
            List<String> units = new ArrayList<>();
            unit.path("storefrontFor").forEach(other -> units.add(other.asText()));
            storefronts.put(unit.path("unit").asText(), units);
        }
        return new KnownGroup(
                Asset.parse(group.path("asset").asText()),
                method(group.path("transferPrice").asText()),
                storefronts);
    }

    private static TransferPriceMethod method(String code) {
        return TransferPriceMethod.valueOf(code.replace('-', '_').toUpperCase(Locale.ROOT));
    }

    private static UUID id(JsonNode event) {
        try {
            return UUID.fromString(event.path("id").asText());
        } catch (IllegalArgumentException e) {
            throw new UncheckedIOException(new IOException("the ledger answered with an id that is none", e));
        }
    }
}
