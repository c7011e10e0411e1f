package dev.triad.ledger.simulation;

import dev.triad.ledger.period.Closing;
import dev.triad.ledger.posting.LogPlace;
import dev.triad.ledger.posting.RecordPosition;
import dev.triad.ledger.simulation.BooksState.BalanceKey;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.common.TopicPartition;

/**
 * Once a closing is on the books, and all that was on them when it was made, the hours that it closes are as they were
 * then, and never change.
 */
final class ClosedHours {
    private final Map<UUID, Map<BalanceKey, BigInteger>> fixed = new HashMap<>();
    private int incarnation;

    void check(BooksState state, int now, List<Closer.Made> made) {
        if (now != incarnation) {
            incarnation = now;
            fixed.clear();
        }
        for (Closer.Made one : made) {
            closing(state, one).filter(closing -> hasComeTo(state, closing)).ifPresent(_ -> {
                Map<BalanceKey, BigInteger> found = state.balancesBefore(one.group(), one.end());
                Map<BalanceKey, BigInteger> then = one.balances();
                Map<BalanceKey, BigInteger> expected = fixed.computeIfAbsent(
                        one.event(), _ -> then != null && one.incarnation() == now ? then : found);
                Invariants.require(
                        found.equals(expected),
                        "the closed hours of " + one.group() + " before " + one.end() + " are " + found + " and were "
                                + expected);
            });
        }
    }

    private static Optional<Closing> closing(BooksState state, Closer.Made made) {
        return Optional.ofNullable(state.closings.get(made.group())).stream()
                .flatMap(closings -> closings.all().stream())
                .filter(closing -> closing.event().equals(made.event()))
                .findFirst();
    }

    private static boolean hasComeTo(BooksState state, Closing closing) {
        boolean isRead = closing.onTheBooks().ranges().stream()
                .map(range -> LogPlace.position(range.to() - 1))
                .allMatch(last -> last.offset() < state.offset(partition(last)));
        return isRead
                && state.suspense.values().stream()
                        .noneMatch(item ->
                                item.isWaiting() && closing.onTheBooks().contains(LogPlace.of(item.position())));
    }

    private static TopicPartition partition(RecordPosition position) {
        return new TopicPartition(position.topic(), position.partition());
    }
}
