package dev.triad.ledger.book;

import dev.triad.events.Names;
import dev.triad.ledger.group.Groups;
import dev.triad.ledger.policy.Policy;
import dev.triad.ledger.problem.Problems;
import dev.triad.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;

/** Makes, finds and deletes books. */
@ApplicationScoped
public class Bookshelf {
    /** The most books beside the actual ones. */
    static final int BOOKS_MAX = 32;

    private static final String UNDEFINED_TABLE = "42P01";

    /** Names that stand for something else. */
    private static final Set<String> RESERVED = Set.of(Groups.ACTUAL, "compare");

    /** A book, and whether it was made just now. */
    record Made(Book book, boolean isNew) {}

    private final BookStore store;
    private final Groups groups;

    Bookshelf(BookStore store, Groups groups) {
        this.store = store;
        this.groups = groups;
    }

    /** The book of that name, if it can answer for a group; else a problem. */
    public OpenBook open(Groups.Known group, String name) {
        if (name.equals(Groups.ACTUAL)) {
            return OpenBook.ACTUAL;
        }
        Book book = named(name);
        if (book.groupId() != group.id()) {
            throw Problems.UNKNOWN_BOOK.because("The book " + name + " is one of " + book.group() + ", and "
                    + group.group().name() + " has none of that name.");
        }
        return switch (book.state()) {
            case LIVE -> new OpenBook.Other(book.id(), book.groupId(), group.group(), book.policy());
            case REBUILDING ->
                throw Problems.BOOK_REBUILDING.because(
                        "%d of %d entries are read; see /api/v1/books/%s for how far it is."
                                .formatted(book.entriesRead(), book.entriesTotal(), name));
            case FAILED ->
                throw Problems.BOOK_FAILED.because(
                        book.detail() + " Delete the book, and make it anew by another policy.");
        };
    }

    /**
     * Keeps the balances of books as they are until the transaction ends, which must not have read anything yet: it sees the
     * books as of the moment at which it holds them all.
     */
    public static void hold(Handle handle, List<OpenBook.Other> books) {
        books.forEach(book -> lock(handle, book));
        books.forEach(book -> requireLive(handle, book));
    }

    private static void lock(Handle handle, OpenBook.Other book) {
        try {
            handle.execute("lock table " + book.balances() + " in access share mode");
        } catch (UnableToExecuteStatementException e) {
            if (e.getCause() instanceof SQLException sql && UNDEFINED_TABLE.equals(sql.getSQLState())) {
                throw Problems.UNKNOWN_BOOK.because("The book was deleted just now.");
            }
            throw e;
        }
    }

    private static void requireLive(Handle handle, OpenBook.Other book) {
        boolean isLive = handle.createQuery("select 1 from book where id = :id and state = 'live'")
                .bind("id", book.id())
                .mapTo(Integer.class)
                .findOne()
                .isPresent();
        if (!isLive) {
            throw Problems.BOOK_REBUILDING.because("It began just now; see /api/v1/books for how far it is.");
        }
    }

    /** The book of that name, if the caller sees its group; else a problem. */
    Book named(String name) {
        return store.named(name).filter(this::isSeen).orElseThrow(() -> unknown(name));
    }

    List<Book> all() {
        return store.all().stream().filter(this::isSeen).toList();
    }

    private boolean isSeen(Book book) {
        return groups.sees(book.group());
    }

    private static ProblemException unknown(String name) {
        return Problems.UNKNOWN_BOOK.because("There is no book " + name + "; see /api/v1/books.");
    }

    /** Makes a book; asking for the same one again changes nothing. */
    Made make(BookRequest request) {
        requireName(request);
        Groups.Known group = groups.known(request.group());
        Policy policy = policy(request, group);
        return switch (store.add(group.id(), request.book(), request.title(), policy, BOOKS_MAX)) {
            case BookStore.Added.Made(Book book) -> new Made(book, true);
            case BookStore.Added.There(Book book) -> {
                if (book.groupId() != group.id()
                        || !book.title().equals(request.title())
                        || !book.policy().equals(policy)) {
                    throw Problems.BOOK_EXISTS.because(
                            "There is another book " + book.name() + "; delete it first, or choose another name.");
                }
                yield new Made(book, false);
            }
            case BookStore.Added.NoRoom _ ->
                throw Problems.TOO_MANY_BOOKS.because(
                        "There are " + BOOKS_MAX + " books, and there can be no more; delete one first.");
        };
    }

    private static void requireName(BookRequest request) {
        if (!Names.isName(request.book()) || RESERVED.contains(request.book())) {
            throw Problems.INVALID_BODY.because("book must be a name of lower-case letters, digits, '.', '_' and '-',"
                    + " 1 to 63 long, and none of "
                    + String.join(", ", RESERVED.stream().sorted().toList()) + ".");
        }
        if (request.title().chars().anyMatch(Character::isISOControl)) {
            throw Problems.INVALID_BODY.because("title must not hold control characters.");
        }
    }

    private static Policy policy(BookRequest request, Groups.Known group) {
        try {
            return request.policy().policy(group.group());
        } catch (IllegalArgumentException e) {
            throw Problems.INVALID_BODY.because(e.getMessage() + ".");
        }
    }

    void delete(String name) {
        if (!store.delete(named(name).name())) {
            throw unknown(name);
        }
    }
}
