package dev.triad.ledger.journal;

import dev.triad.events.Source;
import dev.triad.ledger.posting.AccountNames;
import dev.triad.ledger.posting.Usage;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Comparator;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The ids of accounts, sources and usage keys. */
@Singleton
class Dictionary {
    /** An account in its group. */
    record AccountKey(int group, String name) {
        private static final Comparator<AccountKey> ORDER =
                Comparator.comparingInt(AccountKey::group).thenComparing(AccountKey::name);

        /** Of the name alone, which remembers its own: every posting asks for its account. */
        @Override
        public int hashCode() {
            return name.hashCode();
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof AccountKey(int otherGroup, String otherName)
                    && group == otherGroup
                    && name.equals(otherName);
        }
    }

    /** A usage in its group. */
    record UsageKey(int group, Usage usage) {
        private static final Comparator<UsageKey> ORDER = Comparator.comparingInt(UsageKey::group)
                .thenComparing(key -> key.usage().provider())
                .thenComparing(key -> key.usage().resource())
                .thenComparing(key -> key.usage().consumer())
                .thenComparing(key -> key.usage().consumerKind())
                .thenComparing(key -> key.usage().product())
                .thenComparing(key -> key.usage().week());
    }

    /** The ids that one run of the database is known to have given. */
    record Names(
            String server,
            InternTable<AccountKey> accounts,
            InternTable<UsageKey> usages,
            InternTable<Source> sources) {}

    private final DataSource dataSource;
    private volatile Names latest;

    Dictionary(DataSource dataSource) {
        this.dataSource = dataSource;
        this.latest = names("");
    }

    /** The names of a server; of another one than before all are asked for anew, as it may give their ids to others. */
    Names of(String server) {
        Names names = latest;
        if (!names.server().equals(server)) {
            names = names(server);
            latest = names;
        }
        return names;
    }

    private Names names(String server) {
        return new Names(
                server,
                new InternTable<>(dataSource, new AccountShape()),
                new InternTable<>(dataSource, new UsageShape()),
                new InternTable<>(dataSource, new SourceShape()));
    }

    private static final class AccountShape implements InternTable.Shape<AccountKey> {
        @Override
        public Comparator<AccountKey> order() {
            return AccountKey.ORDER;
        }

        @Override
        public String insert() {
            return "insert into account (group_id, name, unit) values (?, ?, split_part(?, ':', 1)) on conflict do nothing";
        }

        @Override
        public String select() {
            return "select id from account where group_id = ? and name = ? and unit = split_part(?, ':', 1)";
        }

        @Override
        public void bind(PreparedStatement statement, AccountKey key) throws SQLException {
            statement.setInt(1, key.group());
            statement.setString(2, key.name());
            statement.setString(3, AccountNames.unitOf(key.name()));
        }
    }

    private static final class UsageShape implements InternTable.Shape<UsageKey> {
        @Override
        public Comparator<UsageKey> order() {
            return UsageKey.ORDER;
        }

        @Override
        public String insert() {
            return """
                    insert into usage_key (group_id, provider, resource, consumer, consumer_kind, product, cohort)
                    values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing""";
        }

        @Override
        public String select() {
            return """
                    select id from usage_key
                    where group_id = ? and provider = ? and resource = ? and consumer = ? and consumer_kind = ?
                          and product = ? and cohort = ?""";
        }

        @Override
        public void bind(PreparedStatement statement, UsageKey key) throws SQLException {
            statement.setInt(1, key.group());
            statement.setString(2, key.usage().provider());
            statement.setString(3, key.usage().resource());
            statement.setString(4, key.usage().consumer());
            statement.setString(5, key.usage().consumerKind().name());
            statement.setString(6, key.usage().product());
            statement.setString(7, key.usage().week());
        }
    }

    private static final class SourceShape implements InternTable.Shape<Source> {
        @Override
        public Comparator<Source> order() {
            return Comparator.comparing(Source::toString);
        }

        @Override
        public String insert() {
            return "insert into source (name) values (?) on conflict do nothing";
        }

        @Override
        public String select() {
            return "select id from source where name = ?";
        }

        @Override
        public void bind(PreparedStatement statement, Source key) throws SQLException {
            statement.setString(1, key.toString());
        }
    }
}
