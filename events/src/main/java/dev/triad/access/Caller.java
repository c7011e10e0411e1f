package dev.triad.access;

import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Who asks.
 *
 * @param name for people; empty when nobody had to say it
 * @param roles what they are there for; may be none
 * @param scope whose books they see
 * @param expiresAt until when that holds, exclusive
 */
public record Caller(String name, Set<Role> roles, Scope scope, Instant expiresAt) {
    /** The claim in which a token lists the groups that its holder sees, such as {@code ["amazon"]} or {@code ["*"]}. */
    public static final String GROUPS_CLAIM = "urn:triad:groups";

    /** Whoever asks where access is not controlled. */
    public static final Caller ANYBODY = new Caller("", EnumSet.allOf(Role.class), Scope.EVERY_GROUP, Instant.MAX);

    public Caller {
        roles = Set.copyOf(roles);
    }

    /** What a verified token says of its holder; roles that are none here are passed over. */
    public static Caller of(String name, Collection<String> roles, Collection<String> groups, Instant expiresAt) {
        return new Caller(
                name,
                roles.stream().flatMap(code -> Role.byCode(code).stream()).collect(Collectors.toSet()),
                Scope.of(groups),
                expiresAt);
    }

    /** Whether they act in a role; every role includes reading. */
    public boolean is(Role role) {
        return roles.contains(role) || role == Role.READER && !roles.isEmpty();
    }
}
