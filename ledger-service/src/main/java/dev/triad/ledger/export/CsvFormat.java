package dev.triad.ledger.export;

import dev.triad.events.Asset;
import dev.triad.ledger.account.EntryRow;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.Writer;
import java.util.Collection;

/** One row a posting. Every field is a name, a number or a time, so nothing needs quotes (RFC 4180). */
@ApplicationScoped
class CsvFormat implements JournalFormat {
    @Override
    public String code() {
        return "csv";
    }

    @Override
    public String mediaType() {
        return "text/csv; charset=utf-8";
    }

    @Override
    public void begin(Writer writer, String group, Asset asset, Collection<String> accounts) throws IOException {
        writer.write("time,entry,rule,source,event,account,amount,currency,occurred\r\n");
    }

    @Override
    public void entry(Writer writer, Asset asset, EntryRow entry) throws IOException {
        for (EntryRow.Leg leg : entry.postings()) {
            writer.write(String.join(
                    ",",
                    entry.time().toString(),
                    entry.id().toString(),
                    entry.rule().code(),
                    entry.source(),
                    entry.eventId().toString(),
                    leg.account(),
                    asset.format(leg.amount()),
                    asset.code(),
                    entry.occurredAt() == null ? "" : entry.occurredAt().toString()));
            writer.write("\r\n");
        }
    }
}
