package dev.triad.store.request;

import dev.triad.events.CloudEvent;
import dev.triad.events.InvalidEventException;
import dev.triad.events.OrderRequested;
import dev.triad.signature.EventReader;
import dev.triad.simulation.emission.EventEmission;
import dev.triad.simulation.emission.Traces;
import dev.triad.store.order.OrderBook;
import dev.triad.store.order.Stores;
import dev.triad.store.order.Stores.Store;
import dev.triad.store.sale.UnknownSkuException;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;

/**
 * Turns order requests into sales. A batch counts as read when Kafka has its sales; read again after a
 * crash it makes the same sales under the same ids. What cannot become a sale is counted, told by the
 * log, and passed over: the ledger keeps every record that breaks the contract, with the reason.
 */
@Singleton
public class RequestChannel {
    /** The channel, as it is named in the configuration. */
    static final String REQUESTS = "requests";

    private static final Logger LOG = Logger.getLogger(RequestChannel.class);
    private static final List<String> OUTCOMES = List.of("accepted", "malformed", "unknown-sku", "failed");
    private static final Duration RETRY_FIRST = Duration.ofMillis(500);
    private static final Duration RETRY_LONGEST = Duration.ofSeconds(5);

    private final EventReader reader;
    private final Stores stores;
    private final OrderBook book;
    private final EventEmission emission;
    private final Traces traces;
    private final MeterRegistry metrics;

    RequestChannel(
            EventReader reader,
            Stores stores,
            OrderBook book,
            EventEmission emission,
            Traces traces,
            MeterRegistry metrics) {
        this.stores = stores;
        this.reader = reader;
        this.book = book;
        this.emission = emission;
        this.traces = traces;
        this.metrics = metrics;
        OUTCOMES.forEach(this::counter);
    }

    @Incoming(REQUESTS)
    Uni<Void> take(ConsumerRecords<byte[], byte[]> records) {
        List<Uni<Void>> sales = new ArrayList<>();
        for (ConsumerRecord<byte[], byte[]> record : records) {
            sale(record).ifPresent(sale -> sales.add(emit(record, sale)));
        }
        return sales.isEmpty()
                ? Uni.createFrom().voidItem()
                : Uni.join().all(sales).andCollectFailures().replaceWithVoid();
    }

    private Uni<Void> emit(ConsumerRecord<byte[], byte[]> request, CloudEvent sale) {
        return Uni.createFrom()
                .completionStage(() -> traces.within(request.headers(), () -> emission.emit(sale)))
                .onFailure()
                .retry()
                .withBackOff(RETRY_FIRST, RETRY_LONGEST)
                .indefinitely()
                .invoke(() -> book.recorded(sale));
    }

    private Optional<CloudEvent> sale(ConsumerRecord<byte[], byte[]> record) {
        try {
            CloudEvent request = reader.read(record);
            Optional<Store> store = stores.find(request.source().group());
            if (store.isEmpty() || !(request.data() instanceof OrderRequested order)) {
                return Optional.empty();
            }
            CloudEvent sale = VoiceOrders.sale(store.get().source(), store.get().till(), request, order);
            count("accepted");
            return Optional.of(sale);
        } catch (InvalidEventException e) {
            count("malformed");
            LOG.debugf(
                    "request malformed partition=%d offset=%d defect=%s",
                    record.partition(), record.offset(), e.defect().code());
        } catch (UnknownSkuException e) {
            count("unknown-sku");
            LOG.warnf(
                    "request set aside partition=%d offset=%d reason=unknown-sku line=%d",
                    record.partition(), record.offset(), e.line());
        } catch (RuntimeException e) {
            // Whatever else is wrong with one request must not keep back the others.
            count("failed");
            LOG.errorf(e, "request set aside partition=%d offset=%d", record.partition(), record.offset());
        }
        return Optional.empty();
    }

    private void count(String outcome) {
        counter(outcome).increment();
    }

    private Counter counter(String outcome) {
        return Counter.builder("triad.requests")
                .description("order requests from the devices, by what came of them")
                .tag("outcome", outcome)
                .register(metrics);
    }
}
