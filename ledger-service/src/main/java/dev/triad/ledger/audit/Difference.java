package dev.triad.ledger.audit;

/**
 * Something in the books that is not as the log says.
 *
 * @param subject what was compared
 * @param name which one, such as {@code sales-3-1042}
 * @param expected what it must be
 * @param found what it is
 */
public record Difference(Subject subject, String name, String expected, String found) {
    @Override
    public String toString() {
        return name + ": expected " + expected + ", found " + found;
    }
}
