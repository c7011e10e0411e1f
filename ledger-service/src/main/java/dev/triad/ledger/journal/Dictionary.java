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
                .thenComparing(key -> key.usage().consumerKind());
    }

    private final InternTable<AccountKey> accounts;
    private final InternTable<UsageKey> usages;
    private final InternTable<Source> sources;

    Dictionary(DataSource dataSource) {
        this.accounts = new InternTable<>(dataSource, new AccountShape());
        this.usages = new InternTable<>(dataSource, new UsageShape());
        this.sources = new InternTable<>(dataSource, new SourceShape());
    }

    InternTable<AccountKey> accounts() {
        return accounts;
    }

    InternTable<UsageKey> usages() {
        return usages;
    }

    InternTable<Source> sources() {
        return sources;
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
                    insert into usage_key (group_id, provider, resource, consumer, consumer_kind)
                    values (?, ?, ?, ?, ?) on conflict do nothing""";
        }

        @Override
        public String select() {
            return """
                    select id from usage_key
                    where group_id = ? and provider = ? and resource = ? and consumer = ? and consumer_kind = ?""";
        }

        @Override
        public void bind(PreparedStatement statement, UsageKey key) throws SQLException {
            statement.setInt(1, key.group());
            statement.setString(2, key.usage().provider());
            statement.setString(3, key.usage().resource());
            statement.setString(4, key.usage().consumer());
            statement.setString(5, key.usage().consumerKind().name());
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
