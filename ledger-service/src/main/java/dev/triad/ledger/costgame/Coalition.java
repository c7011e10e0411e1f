package dev.triad.ledger.costgame;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.hipparchus.fraction.BigFraction;

/** Sets of players as bits, the first player's the lowest. */
final class Coalition {
    private Coalition() {}

    static int of(int player) {
        return 1 << player;
    }

    static int of(Collection<String> members, List<String> players) {
        int coalition = 0;
        for (int player = 0; player < players.size(); player++) {
            if (members.contains(players.get(player))) {
                coalition |= of(player);
            }
        }
        return coalition;
    }

    static int all(int players) {
        return (1 << players) - 1;
    }

    static boolean has(int coalition, int player) {
        return (coalition & of(player)) != 0;
    }

    /** By coalition, what its members have in all; who is missing has nothing. */
    static BigFraction[] sums(List<String> players, Map<String, BigFraction> amounts) {
        BigFraction[] sums = new BigFraction[all(players.size()) + 1];
        sums[0] = BigFraction.ZERO;
        for (int coalition = 1; coalition < sums.length; coalition++) {
            int first = Integer.numberOfTrailingZeros(coalition);
            sums[coalition] =
                    sums[coalition & ~of(first)].add(amounts.getOrDefault(players.get(first), BigFraction.ZERO));
        }
        return sums;
    }

    static List<String> names(int coalition, List<String> players) {
        List<String> names = new ArrayList<>();
        for (int player = 0; player < players.size(); player++) {
            if (has(coalition, player)) {
                names.add(players.get(player));
            }
        }
        return names;
    }
}
