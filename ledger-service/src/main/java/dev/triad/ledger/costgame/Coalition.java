package dev.triad.ledger.costgame;

import java.util.ArrayList;
import java.util.List;

/** Sets of players as bits, the first player's the lowest. */
final class Coalition {
    private Coalition() {}

    static int of(int player) {
        return 1 << player;
    }

    static int all(int players) {
        return (1 << players) - 1;
    }

    static boolean has(int coalition, int player) {
        return (coalition & of(player)) != 0;
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
