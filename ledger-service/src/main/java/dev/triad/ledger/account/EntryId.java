package dev.triad.ledger.account;

import dev.triad.events.Topics;
import dev.triad.ledger.posting.RecordPosition;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of an entry: the position of its event's record in the log, and a revision when it is a
 * repricing. Written {@code sales-3-1042} or {@code usage-0-7.1}.
 */
public record EntryId(RecordPosition position, int revision) {
    private static final Pattern FORM = Pattern.compile("([a-z]{1,20})-(\\d{1,6})-(\\d{1,18})(?:\\.(\\d{1,5}))?");

    public static Optional<EntryId> parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches() || !Topics.EVENTS.contains("triad." + form.group(1))) {
            return Optional.empty();
        }
        int revision = form.group(4) == null ? 0 : Integer.parseInt(form.group(4));
        RecordPosition position = new RecordPosition(
                "triad." + form.group(1), Integer.parseInt(form.group(2)), Long.parseLong(form.group(3)));
        return Optional.of(new EntryId(position, revision));
    }

    @Override
    public String toString() {
        return revision == 0 ? position.toString() : position + "." + revision;
    }
}
