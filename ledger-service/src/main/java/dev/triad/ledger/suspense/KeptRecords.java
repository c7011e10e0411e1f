package dev.triad.ledger.suspense;

import dev.triad.ledger.intake.RecordDecoder;
import dev.triad.ledger.posting.RawRecord;
import dev.triad.ledger.posting.Received;
import java.util.LinkedHashMap;
import java.util.Map;

/** Decodes records that suspense kept, as intake did when they came. */
final class KeptRecords {
    private final RecordDecoder decoder = new RecordDecoder();

    Map<Long, Received> decode(Map<Long, RawRecord> items) {
        Map<Long, Received> received = LinkedHashMap.newLinkedHashMap(items.size());
        items.forEach((id, raw) -> received.put(id, decoder.decode(raw)));
        return received;
    }
}
