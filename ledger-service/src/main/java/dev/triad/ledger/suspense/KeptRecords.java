package dev.triad.ledger.suspense;

import dev.triad.ledger.intake.RecordDecoder;
import dev.triad.ledger.posting.RawRecord;
import dev.triad.ledger.posting.Received;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.Map;

/** Decodes records that suspense kept, as intake would if they came now. */
@Singleton
final class KeptRecords {
    private final RecordDecoder decoder;

    KeptRecords(RecordDecoder decoder) {
        this.decoder = decoder;
    }

    Map<Long, Received> decode(Map<Long, RawRecord> items) {
        Map<Long, Received> received = LinkedHashMap.newLinkedHashMap(items.size());
        items.forEach((id, raw) -> received.put(id, decoder.decode(raw)));
        return received;
    }
}
