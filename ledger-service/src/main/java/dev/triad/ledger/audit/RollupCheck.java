package dev.triad.ledger.audit;

import dev.triad.ledger.journal.Grain;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** Holds the balances by day and month to those of the next finer grain, of which they are the sums. */
final class RollupCheck {
    private static final String COMPARE = """
            select account_id, start::text, expected.debit, expected.credit, expected.postings,
                   found.debit, found.credit, found.postings
            from (select account_id, date_trunc('%2$s', %4$s, 'UTC') as start,
                         sum(debit) as debit, sum(credit) as credit, sum(postings) as postings
                  from %3$s group by 1, 2) as expected
            full join (select account_id, %2$s as start,
                              sum(debit) as debit, sum(credit) as credit, sum(postings) as postings
                       from %1$s group by 1, 2) as found
                using (account_id, start)""";

    private final Connection connection;
    private final Findings findings;
    private final Names names;

    RollupCheck(Connection connection, Findings findings, Names names) {
        this.connection = connection;
        this.findings = findings;
        this.names = names;
    }

    void compare() throws SQLException {
        List<Grain> grains = List.of(Grain.values());
        for (int i = 1; i < grains.size(); i++) {
            compare(grains.get(i), grains.get(i - 1));
        }
    }

    private void compare(Grain grain, Grain finer) throws SQLException {
        String sql = COMPARE.formatted(grain.table(), grain.column(), finer.table(), finer.column());
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setFetchSize(EntryRows.FETCHED);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    findings.same(
                            Subject.BALANCES,
                            names.words(rows.getInt(1)) + " in the " + grain.column() + " of " + rows.getString(2),
                            BalanceSums.Sum.read(rows, 3),
                            BalanceSums.Sum.read(rows, 6));
                }
            }
        }
    }
}
