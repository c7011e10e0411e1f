package dev.triad.cli.imports.delivery;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.triad.events.CloudEvent;
import dev.triad.events.EventCodec;
import dev.triad.events.KafkaBinding;
import dev.triad.events.Topics;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Answers lookups as the ledger does: it knows what it has read from the topics, and reads on when asked. It can be
 * told to fail for a number of questions, and to hold events back.
 */
public final class FakeLedger implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(200);

    private final ObjectMapper mapper = new ObjectMapper();
    private final KafkaBinding binding = new KafkaBinding(new EventCodec());
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final HttpServer server;
    private final List<CloudEvent> read = new ArrayList<>();
    private final Set<String> known = new HashSet<>();
    private final AtomicInteger failures = new AtomicInteger();
    private volatile Predicate<String> waiting = _ -> false;

    public FakeLedger(String servers) throws IOException {
        consumer = new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        servers,
                        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                        "earliest"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        List<TopicPartition> partitions = new ArrayList<>();
        for (String topic : Topics.EVENTS) {
            for (int partition = 0; partition < Topics.PARTITIONS; partition++) {
                partitions.add(new TopicPartition(topic, partition));
            }
        }
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/api/v1/events/lookup", this::lookup);
        server.createContext("/api/v1/events/", this::event);
        server.createContext("/api/v1/groups/", exchange -> answer(exchange, 404, new byte[0]));
        server.start();
    }

    public URI uri() {
        return URI.create("http://localhost:" + server.getAddress().getPort());
    }

    /** Leaves the next questions without a proper answer. */
    public void failNext(int count) {
        failures.set(count);
    }

    /** Keeps in suspense whatever has such an id. */
    public void keepWaiting(Predicate<String> ids) {
        waiting = ids;
    }

    /** Says once more that this event waits, and then that it is posted. */
    public void waitOnceMore(String id) {
        AtomicInteger left = new AtomicInteger(1);
        waiting = asked -> asked.equals(id) && left.getAndDecrement() > 0;
    }

    /** Everything that stands in the topics, in the order in which it was read. */
    public synchronized List<CloudEvent> events() {
        readOn();
        return List.copyOf(read);
    }

    @Override
    public synchronized void close() {
        server.stop(0);
        consumer.close();
    }

    private void lookup(HttpExchange exchange) throws IOException {
        if (failures.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            answer(exchange, 503, new byte[0]);
            return;
        }
        JsonNode question = mapper.readTree(exchange.getRequestBody());
        answer(exchange, 200, mapper.writeValueAsBytes(states(question)));
    }

    /** Shows the first event of a source and id as its record stands in the log. */
    private synchronized void event(HttpExchange exchange) throws IOException {
        String name = exchange.getRequestURI().getPath().substring("/api/v1/events".length());
        CloudEvent event = read.stream()
                .filter(one -> name.equals(one.source() + "/" + one.id()))
                .findFirst()
                .orElse(null);
        if (event == null) {
            answer(exchange, 404, new byte[0]);
            return;
        }
        ObjectNode answer = mapper.createObjectNode();
        ObjectNode record = answer.putObject("record");
        ObjectNode headers = record.putObject("headers");
        for (Header header : KafkaBinding.headers(event)) {
            headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8));
        }
        record.set("data", mapper.readTree(new EventCodec().encode(event.data())));
        answer(exchange, 200, mapper.writeValueAsBytes(answer));
    }

    private synchronized ObjectNode states(JsonNode question) {
        readOn();
        ObjectNode answer = mapper.createObjectNode();
        ArrayNode events = answer.putArray("events");
        for (JsonNode id : question.path("ids")) {
            if (known.contains(question.path("source").asText() + "/" + id.asText())) {
                events.addObject()
                        .put("id", id.asText())
                        .put("state", waiting.test(id.asText()) ? "waiting" : "posted");
            }
        }
        return answer;
    }

    private void readOn() {
        boolean more = true;
        while (more) {
            more = false;
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                CloudEvent event = binding.fromRecord(record);
                read.add(event);
                known.add(event.source() + "/" + event.id());
                more = true;
            }
        }
    }

    private static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
        try (exchange) {
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
            if (body.length > 0) {
                exchange.getResponseBody().write(body);
            }
        }
    }
}
