package dev.triad.ledger.posting;

import dev.triad.events.Source;
import java.util.UUID;

/** What makes an event one event: who said it and under which id. */
public record EventKey(Source source, UUID id) {
    /** Of the id alone: two sources hardly ever give the same one, and a batch hashes thousands. */
    @Override
    public int hashCode() {
        return id.hashCode();
    }
}
