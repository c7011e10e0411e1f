package dev.triad.ledger.book;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A book and how it stands. */
public record BookView(
        String book,
        String group,
        String title,
        PolicyView policy,

        @Schema(
                description =
                        "rebuilding: it is made of all entries, and answers nothing yet; live: it follows the actual"
                                + " book; failed: it cannot be made")
        String state,

        @Schema(description = "Why it failed") @Nullable String detail,

        ProgressView progress,
        Instant createdAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt) {

    /** How far it has come: the entries of the rebuild, and how many links of the chain it is behind since. */
    public record ProgressView(long entriesRead, long entriesTotal, long linksBehind) {}

    static BookView of(Book book) {
        return new BookView(
                book.name(),
                book.group(),
                book.title(),
                PolicyView.of(book.policy()),
                book.state().code(),
                book.detail(),
                new ProgressView(book.entriesRead(), book.entriesTotal(), book.linksBehind()),
                book.createdAt(),
                book.startedAt(),
                book.finishedAt());
    }
}
