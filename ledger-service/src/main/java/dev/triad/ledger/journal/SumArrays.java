package dev.triad.ledger.journal;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.function.IntUnaryOperator;
import org.postgresql.PGConnection;

/** Rows of sums as the arrays that one statement takes. */
public final class SumArrays {
    /** What a statement selects from; five parameters. */
    public static final String MOVED = """
            unnest(?::int[], ?::int[], ?::bigint[], ?::bigint[], ?::bigint[])
                as moved (account_id, start, debit, negative_credit, postings)""";

    private SumArrays() {}

    /**
     * Binds the parameters of {@link #MOVED}.
     *
     * @param first the number of the first of them
     * @param ids the id of an account that the sums know by a number
     */
    public static void bind(PreparedStatement statement, int first, Sums.Rows rows, IntUnaryOperator ids)
            throws SQLException {
        int size = rows.keys().size();
        int[] accounts = new int[size];
        int[] starts = new int[size];
        long[] debits = new long[size];
        long[] negativeCredits = new long[size];
        long[] postings = new long[size];
        for (int i = 0; i < size; i++) {
            Sum sum = rows.sums().get(i);
            accounts[i] = ids.applyAsInt(Sums.account(rows.keys().get(i)));
            starts[i] = Sums.start(rows.keys().get(i));
            debits[i] = sum.debit();
            negativeCredits[i] = sum.negativeCredit();
            postings[i] = sum.postings();
        }
        PGConnection arrays = statement.getConnection().unwrap(PGConnection.class);
        statement.setArray(first, arrays.createArrayOf("int4", accounts));
        statement.setArray(first + 1, arrays.createArrayOf("int4", starts));
        statement.setArray(first + 2, arrays.createArrayOf("int8", debits));
        statement.setArray(first + 3, arrays.createArrayOf("int8", negativeCredits));
        statement.setArray(first + 4, arrays.createArrayOf("int8", postings));
    }
}
