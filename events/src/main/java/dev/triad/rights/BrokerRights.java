package dev.triad.rights;

import static java.util.stream.Collectors.toSet;

import dev.triad.events.BrokerAccess;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialAlteration;
import org.apache.kafka.clients.admin.UserScramCredentialDeletion;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;
import org.apache.kafka.clients.admin.UserScramCredentialsDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;

/**
 * Users and rights as the broker has them. The broker is Triad's alone: what is there and is not wanted is taken away,
 * whoever put it there, since a right to everything would be one to Triad's topics.
 */
public final class BrokerRights implements AutoCloseable {
    private static final int TIMEOUT_MILLIS = 30_000;

    /** The most that Kafka takes. Whoever has read the broker's disk has to do that much for each guess. */
    private static final ScramCredentialInfo SCRAM = new ScramCredentialInfo(ScramMechanism.SCRAM_SHA_512, 16_384);

    private static final String ANY_HOST = "*";

    private final Admin admin;

    /** @param access that of an administrator */
    public BrokerRights(BrokerAccess access) {
        admin = Admin.create(access.with(Map.of(
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                TIMEOUT_MILLIS,
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
                TIMEOUT_MILLIS)));
    }

    /**
     * What was changed.
     *
     * @param users whose password is now as it was given, whether or not it was before
     * @param gone users that there were, and that nobody wants
     * @param granted rights that were missing
     * @param revoked rights that nobody wants
     */
    public record Changes(int users, int gone, int granted, int revoked) {}

    /**
     * Makes users and rights those that are wanted. Rights that stay are not touched, so that nobody who works is
     * disturbed; rights are taken away before others are given.
     *
     * @throws IOException when the broker does not answer, or refuses
     */
    public Changes set(Map<String, Password> users, Set<Right> rights) throws IOException, InterruptedException {
        Set<AclBinding> wanted = rights.stream().map(BrokerRights::binding).collect(toSet());
        Set<AclBinding> found =
                new HashSet<>(answer(admin.describeAcls(AclBindingFilter.ANY).values()));
        Set<AclBinding> revoked = new HashSet<>(found);
        revoked.removeAll(wanted);
        Set<AclBinding> granted = new HashSet<>(wanted);
        granted.removeAll(found);
        answer(admin.deleteAcls(revoked.stream().map(AclBinding::toFilter).toList())
                .all());
        int gone = setUsers(users);
        answer(admin.createAcls(granted).all());
        return new Changes(users.size(), gone, granted.size(), revoked.size());
    }

    /** In two requests: a broker takes no two changes of one user in one. */
    private int setUsers(Map<String, Password> users) throws IOException, InterruptedException {
        List<UserScramCredentialAlteration> gone = new ArrayList<>();
        for (UserScramCredentialsDescription found :
                answer(admin.describeUserScramCredentials().all()).values()) {
            found.credentialInfos().stream()
                    .filter(known -> known.mechanism() != SCRAM.mechanism() || !users.containsKey(found.name()))
                    .forEach(known -> gone.add(new UserScramCredentialDeletion(found.name(), known.mechanism())));
        }
        answer(admin.alterUserScramCredentials(gone).all());
        // Nobody can ask a broker which password it knows; to say it again costs nothing.
        List<UserScramCredentialAlteration> wanted = new ArrayList<>();
        users.forEach(
                (name, password) -> wanted.add(new UserScramCredentialUpsertion(name, SCRAM, password.characters())));
        answer(admin.alterUserScramCredentials(wanted).all());
        return gone.size();
    }

    private static AclBinding binding(Right right) {
        ResourceType thing = switch (right.thing()) {
            case TOPIC -> ResourceType.TOPIC;
            case GROUP -> ResourceType.GROUP;
        };
        AclOperation deed = switch (right.deed()) {
            case READ -> AclOperation.READ;
            case WRITE -> AclOperation.WRITE;
        };
        return new AclBinding(
                new ResourcePattern(thing, right.name(), PatternType.LITERAL),
                new AccessControlEntry("User:" + right.user(), ANY_HOST, deed, AclPermissionType.ALLOW));
    }

    private static <T> T answer(KafkaFuture<T> asked) throws IOException, InterruptedException {
        try {
            return asked.get();
        } catch (ExecutionException e) {
            throw new IOException("the broker did not set users and rights", e);
        }
    }

    @Override
    public void close() {
        admin.close();
    }
}
