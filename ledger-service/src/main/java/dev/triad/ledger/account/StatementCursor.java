package dev.triad.ledger.account;

import dev.triad.ledger.problem.Problems;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;

/** Where a statement's page ended: after the entry of this time and name. */
record StatementCursor(Instant time, EntryId entry) {
    static StatementCursor parse(String text) {
        try {
            String plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
            int space = plain.indexOf(' ');
            if (space > 0) {
                return new StatementCursor(
                        Instant.parse(plain.substring(0, space)),
                        EntryId.parse(plain.substring(space + 1)).orElseThrow(StatementCursor::invalid));
            }
        } catch (IllegalArgumentException | DateTimeException e) {
            throw invalid();
        }
        throw invalid();
    }

    @Override
    public String toString() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((time + " " + entry).getBytes(StandardCharsets.UTF_8));
    }

    private static RuntimeException invalid() {
        return Problems.INVALID_PARAMETER.because("cursor must be one that a page gave as nextCursor.");
    }
}
