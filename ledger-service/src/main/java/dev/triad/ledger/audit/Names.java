package dev.triad.ledger.audit;

import com.carrotsearch.hppc.IntObjectHashMap;
import dev.triad.events.ConsumerKind;
import dev.triad.ledger.posting.AccountNames;
import dev.triad.ledger.posting.Usage;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the ids in the books stand for. */
final class Names {
    /** An account and the id of its group. */
    record Account(int group, String name) {}

    /** A usage and the id of its group. */
    record UsageOfGroup(int group, Usage usage) {}

    private final IntObjectHashMap<Account> accounts = new IntObjectHashMap<>();
    private final Map<Account, Integer> accountIds = new HashMap<>();
    private final IntObjectHashMap<String> sources = new IntObjectHashMap<>();
    private final IntObjectHashMap<String> groups = new IntObjectHashMap<>();
    private final Map<String, Integer> groupIds = new HashMap<>();
    private final IntObjectHashMap<UsageOfGroup> usages = new IntObjectHashMap<>();

    Names(Connection connection, Findings findings) throws SQLException {
        each(connection, "select id, group_id, name, unit from account", row -> {
            findings.same(
                    Subject.ACCOUNTS,
                    "the unit of account " + row.getInt(1),
                    AccountNames.unitOf(row.getString(3)),
                    row.getString(4));
            Account account = new Account(row.getInt(2), row.getString(3));
            accounts.put(row.getInt(1), account);
            accountIds.put(account, row.getInt(1));
        });
        each(connection, "select id, name from source", row -> sources.put(row.getInt(1), row.getString(2)));
        each(connection, "select id, name from consolidation_group", row -> {
            groups.put(row.getInt(1), row.getString(2));
            groupIds.put(row.getString(2), row.getInt(1));
        });
        each(
                connection,
                "select id, group_id, provider, consumer, consumer_kind, resource, product, cohort from usage_key",
                row -> usages.put(
                        row.getInt(1),
                        new UsageOfGroup(
                                row.getInt(2),
                                Usage.kept(
                                        row.getString(3),
                                        row.getString(4),
                                        ConsumerKind.valueOf(row.getString(5)),
                                        row.getString(6),
                                        row.getString(7),
                                        row.getString(8)))));
    }

    private interface Row {
        void take(ResultSet row) throws SQLException;
    }

    private static void each(Connection connection, String sql, Row taker) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setFetchSize(EntryRows.FETCHED);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    taker.take(rows);
                }
            }
        }
    }

    @Nullable
    Account account(int id) {
        return accounts.get(id);
    }

    /** The account for people. */
    String words(int id) {
        Account account = accounts.get(id);
        return account == null ? "unknown account " + id : group(account.group()) + " " + account.name();
    }

    /** The account's id, or 0 when the books do not know it. */
    int accountId(int group, String name) {
        return accountIds.getOrDefault(new Account(group, name), 0);
    }

    String source(int id) {
        return sources.getOrDefault(id, "unknown source " + id);
    }

    String group(int id) {
        return groups.getOrDefault(id, "unknown group " + id);
    }

    /** The group's id, or 0 when the books do not know it. */
    int groupId(String name) {
        return groupIds.getOrDefault(name, 0);
    }

    @Nullable
    UsageOfGroup usage(int id) {
        return usages.get(id);
    }
}
