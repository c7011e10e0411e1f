package dev.triad.cli.faults;

import dev.triad.events.Topics;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.ListGroupsOptions;
import org.apache.kafka.common.GroupState;

/**
 * The ledgers' consumers, as the broker knows them.
 *
 * @param working how many of them own partitions
 * @param settled whether every partition with events has its owner
 */
record Crew(int working, boolean settled) {
    private static final String GROUPS = "triad-ledger";
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);

    /** Waits for a settled crew that fulfils the condition; whether it came about in that time. */
    static boolean await(String servers, Duration longest, Predicate<Crew> condition) throws InterruptedException {
        try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, servers))) {
            return Wait.until(longest, BETWEEN_LOOKS, () -> {
                Crew crew = look(admin);
                return crew.settled() && condition.test(crew);
            });
        }
    }

    static Crew look(String servers) {
        try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, servers))) {
            return look(admin);
        }
    }

    private static Crew look(Admin admin) {
        try {
            Set<String> names = admin.listGroups(ListGroupsOptions.forConsumerGroups()).all().get().stream()
                    .map(GroupListing::groupId)
                    .filter(name -> name.startsWith(GROUPS))
                    .collect(Collectors.toSet());
            Collection<ConsumerGroupDescription> groups =
                    admin.describeConsumerGroups(names).all().get().values();
            List<Integer> shares = groups.stream()
                    .flatMap(group -> group.members().stream())
                    .map(member -> member.assignment().topicPartitions().size())
                    .filter(partitions -> partitions > 0)
                    .toList();
            boolean all = shares.stream().mapToInt(Integer::intValue).sum() == Topics.EVENTS.size() * Topics.PARTITIONS;
            boolean stable = groups.stream().allMatch(group -> group.groupState() == GroupState.STABLE);
            return new Crew(shares.size(), all && stable);
        } catch (ExecutionException e) {
            return new Crew(0, false);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Crew(0, false);
        }
    }
}
