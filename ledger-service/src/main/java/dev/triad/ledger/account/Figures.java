package dev.triad.ledger.account;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigInteger;
import java.util.Map;
import java.util.TreeMap;

/** What all accounts of a group came to in a span of time: all that analyses are made of. */
@ApplicationScoped
public class Figures {
    private final Balances balances;

    Figures(Balances balances) {
        this.balances = balances;
    }

    /** What moved, by account. */
    public Map<String, Turnover> turnovers(BookSpan.Asked asked) {
        return balances.turnovers(asked.open(), AccountFilter.all(asked.known().id()), asked.from(), asked.to());
    }

    /** Debits less credits, by account. */
    public Map<String, BigInteger> balances(BookSpan.Asked asked) {
        Map<String, BigInteger> sums = new TreeMap<>();
        turnovers(asked).forEach((account, turnover) -> sums.put(account, turnover.balance()));
        return sums;
    }
}
