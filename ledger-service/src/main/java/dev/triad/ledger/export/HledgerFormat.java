package dev.triad.ledger.export;

import dev.triad.events.Asset;
import dev.triad.ledger.account.EntryRow;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.Writer;
import java.time.ZoneOffset;
import java.util.Collection;

/** The journal format of hledger: one transaction an entry, amounts in full precision. */
@ApplicationScoped
class HledgerFormat implements JournalFormat {
    @Override
    public String code() {
        return "hledger";
    }

    @Override
    public String mediaType() {
        return "text/plain; charset=utf-8";
    }

    @Override
    public void begin(Writer writer, String group, Asset asset, Collection<String> accounts) throws IOException {
        writer.write("; The books of " + group + ", exported by Triad\n");
        writer.write("commodity " + asset.code() + " 1" + (asset.scale() == 0 ? "." : "." + "0".repeat(asset.scale()))
                + "\n\n");
        for (String account : accounts) {
            writer.write("account " + account + "\n");
        }
        writer.write('\n');
    }

    @Override
    public void entry(Writer writer, Asset asset, EntryRow entry) throws IOException {
        writer.write(entry.time().atOffset(ZoneOffset.UTC).toLocalDate().toString());
        writer.write(" * (" + entry.id() + ") " + entry.rule().code() + "  ; event: " + entry.eventId() + ", time: "
                + entry.time() + (entry.occurredAt() == null ? "" : ", occurred: " + entry.occurredAt()) + "\n");
        for (EntryRow.Leg leg : entry.postings()) {
            writer.write("    " + leg.account() + "  " + asset.code() + " " + asset.format(leg.amount()) + "\n");
        }
        writer.write('\n');
    }
}
