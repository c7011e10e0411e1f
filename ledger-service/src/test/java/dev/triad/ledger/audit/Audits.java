package dev.triad.ledger.audit;

import dev.triad.ledger.intake.RecordDecoder;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;

/** Proves the books of a test. */
public final class Audits {
    private static final int KEPT_MAX = 100;

    private Audits() {}

    /** What differs, in words. */
    public static List<String> differences(DataSource dataSource, String servers, RecordDecoder decoder)
            throws SQLException {
        Findings findings = new Findings(KEPT_MAX);
        try (Connection connection = dataSource.getConnection();
                KafkaLog log = new KafkaLog(servers)) {
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            new Audit(connection, log, decoder, findings, Progress.SILENT).run(List.of());
            connection.rollback();
            connection.setAutoCommit(true);
        }
        return findings.kept().stream().map(Difference::toString).toList();
    }
}
