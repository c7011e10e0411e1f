package dev.triad.ledger.account;

import dev.triad.events.Asset;
import dev.triad.ledger.book.Bookshelf;
import dev.triad.ledger.book.OpenBook;
import dev.triad.ledger.group.Groups;
import dev.triad.ledger.policy.CapacityCost;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** The parameters of every question about a group's book in a span of time. */
public class BookSpan {
    @PathParam("group")
    @Parameter(example = "amazon")
    String group = "";

    @QueryParam("book")
    @DefaultValue(Groups.ACTUAL)
    String book = Groups.ACTUAL;

    @QueryParam("from")
    @Parameter(description = "inclusive")
    @Nullable
    String from;

    @QueryParam("to")
    @Parameter(description = "exclusive")
    @Nullable
    String to;

    /**
     * What was asked for.
     *
     * @param open the book of that name
     * @param from inclusive, or null from the beginning
     * @param to exclusive, or null without end
     */
    public record Asked(
            Groups.Known known,
            String book,
            OpenBook open,
            @Nullable Instant from,
            @Nullable Instant to) {
        public String group() {
            return known.group().name();
        }

        /** How fully distributed cost divides what several share, in this book. */
        public CapacityCost capacityCost() {
            return switch (open) {
                case OpenBook.Actual _ -> CapacityCost.USAGE;
                case OpenBook.Other other -> other.policy().capacityCost();
            };
        }

        public Asset asset() {
            return known.group().asset();
        }
    }

    /** Checks the parameters; what is wrong with one becomes a problem. */
    public Asked ask(Groups groups, Bookshelf shelf) {
        Groups.Known known = groups.known(group);
        OpenBook open = shelf.open(known, book);
        Instant start = TimeParameter.parse("from", from);
        Instant end = TimeParameter.parse("to", to);
        TimeParameter.requireOrder(start, end);
        return new Asked(known, book, open, start, end);
    }
}
