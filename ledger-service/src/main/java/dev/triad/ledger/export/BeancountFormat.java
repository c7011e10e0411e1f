package dev.triad.ledger.export;

import dev.triad.events.Asset;
import dev.triad.ledger.account.EntryRow;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.Writer;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Locale;

/**
 * The format of Beancount. Its accounts begin with one of five roots and capitals, so {@code
 * store:assets:cash} becomes {@code Assets:Store:Cash}, and memo accounts go below {@code Equity}.
 */
@ApplicationScoped
class BeancountFormat implements JournalFormat {
    @Override
    public String code() {
        return "beancount";
    }

    @Override
    public String mediaType() {
        return "text/plain; charset=utf-8";
    }

    @Override
    public void begin(Writer writer, String group, Asset asset, Collection<String> accounts) throws IOException {
        writer.write("; The books of " + group + ", exported by Triad\n");
        writer.write("option \"title\" \"" + group + "\"\n");
        writer.write("option \"operating_currency\" \"" + asset.code() + "\"\n\n");
        for (String account : accounts) {
            writer.write("1970-01-01 open " + name(account) + " " + asset.code() + "\n");
        }
        writer.write('\n');
    }

    @Override
    public void entry(Writer writer, Asset asset, EntryRow entry) throws IOException {
        writer.write(entry.time().atOffset(ZoneOffset.UTC).toLocalDate().toString());
        writer.write(" * \"" + entry.rule().code() + "\" \"" + entry.id() + "\"\n");
        writer.write("  event: \"" + entry.eventId() + "\"\n");
        if (entry.occurredAt() != null) {
            writer.write("  occurred: \"" + entry.occurredAt() + "\"\n");
        }
        for (EntryRow.Leg leg : entry.postings()) {
            writer.write("  " + name(leg.account()) + "  " + asset.format(leg.amount()) + " " + asset.code() + "\n");
        }
        writer.write('\n');
    }

    static String name(String account) {
        String[] parts = account.split(":", -1);
        StringBuilder name = new StringBuilder(
                switch (parts[1]) {
                    case "assets" -> "Assets";
                    case "liabilities" -> "Liabilities";
                    case "revenue" -> "Income";
                    case "expenses" -> "Expenses";
                    default -> "Equity:Memo";
                });
        for (int i = 0; i < parts.length; i++) {
            if (i != 1) {
                name.append(':').append(component(parts[i]));
            }
        }
        return name.toString();
    }

    /**
     * A component begins with a capital or a digit and holds letters, digits and hyphens. Names have no capitals, so what
     * stands for a dot or an underscore stands for nothing else: two accounts never become one.
     */
    private static String component(String part) {
        String plain = part.replace(".", "-Dot-").replace("_", "-Low-");
        return plain.substring(0, 1).toUpperCase(Locale.ROOT) + plain.substring(1);
    }
}
