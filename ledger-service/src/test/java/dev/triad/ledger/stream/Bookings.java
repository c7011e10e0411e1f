package dev.triad.ledger.stream;

import dev.triad.events.Asset;
import dev.triad.events.CloudEvent;
import dev.triad.events.EventCodec;
import dev.triad.events.KafkaBinding;
import dev.triad.events.Topics;
import dev.triad.ledger.posting.EventKey;
import dev.triad.ledger.posting.Posting;
import dev.triad.ledger.posting.RawRecord;
import dev.triad.ledger.posting.RawRecord.RawHeader;
import dev.triad.ledger.posting.RecordPosition;
import dev.triad.ledger.posting.Rule;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Entries of sales, with their records as a producer makes them. */
final class Bookings {
    private static final KafkaBinding BINDING = new KafkaBinding(new EventCodec());

    private Bookings() {}

    static BookedEntry sale(int number) {
        return of(Sales.sale("shop", "store", "order-" + number, Sales.NOON, "10.00"), 1_000);
    }

    static BookedEntry of(CloudEvent event, long amount) {
        ProducerRecord<byte[], byte[]> sent = BINDING.toRecord(event);
        List<RawHeader> headers = new ArrayList<>();
        sent.headers().forEach(header -> headers.add(new RawHeader(header.key(), header.value())));
        RecordPosition place = new RecordPosition(Topics.SALES, 2, 6_983);
        return new BookedEntry(
                event.source().group(),
                Asset.parse("USD/2"),
                new EventKey(event.source(), event.id()),
                Rule.SALE,
                place,
                0,
                event.time(),
                event.time(),
                List.of(
                        new Posting("store:assets:cash", amount),
                        new Posting("store:revenue:external:goods", -amount)),
                new RawRecord(place, event.time(), sent.key(), () -> headers, sent.value()));
    }
}
