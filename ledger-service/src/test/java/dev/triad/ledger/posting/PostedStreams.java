package dev.triad.ledger.posting;

import dev.triad.events.CloudEvent;
import dev.triad.events.GroupDeclared;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Entries as the pure engine posts them of events that arrive one after the other. */
public final class PostedStreams {
    private PostedStreams() {}

    /** The entries of events in their order of arrival, each a batch of its own. */
    public static List<Posted> of(List<CloudEvent> events) {
        MemoryBooks books = new MemoryBooks();
        for (int i = 0; i < events.size(); i++) {
            books.post(List.of(Streams.received(events.get(i), i)));
        }
        return books.entries();
    }

    /** The group that the events declare. */
    public static Group group(List<CloudEvent> events) {
        return events.stream()
                .filter(event -> event.data() instanceof GroupDeclared)
                .map(event -> Group.declared(event.source().group(), (GroupDeclared) event.data()))
                .findFirst()
                .orElseThrow();
    }

    /** The events of the page on accounting. */
    public static List<CloudEvent> ofAccountingPage() throws IOException {
        return new ArrayList<>(AccountingDocTest.events());
    }
}
