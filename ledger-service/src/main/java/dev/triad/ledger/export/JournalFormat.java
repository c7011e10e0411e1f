package dev.triad.ledger.export;

import dev.triad.events.Asset;
import dev.triad.ledger.account.EntryRow;
import java.io.IOException;
import java.io.Writer;
import java.util.Collection;

/** A format of plain-text accounting. */
interface JournalFormat {
    /** Its name in queries. */
    String code();

    String mediaType();

    void begin(Writer writer, String group, Asset asset, Collection<String> accounts) throws IOException;

    void entry(Writer writer, Asset asset, EntryRow entry) throws IOException;
}
