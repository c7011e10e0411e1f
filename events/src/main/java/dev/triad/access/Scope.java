package dev.triad.access;

import java.util.Collection;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Whose books somebody sees. */
public sealed interface Scope {
    /** All groups, those included that come to be later. */
    Scope EVERY_GROUP = new Every();

    /** How a token says all groups. */
    String ANY = "*";

    /** Sees a group; null, what is of no known group, only who sees all. */
    boolean sees(@Nullable String group);

    /** The groups by name, in order, or {@value #ANY}. */
    SortedSet<String> names();

    /** All groups. */
    record Every() implements Scope {
        @Override
        public boolean sees(@Nullable String group) {
            return true;
        }

        @Override
        public SortedSet<String> names() {
            return new TreeSet<>(java.util.Set.of(ANY));
        }
    }

    /** These groups and no other; may be none. */
    record Only(SortedSet<String> names) implements Scope {
        public Only {
            names = java.util.Collections.unmodifiableSortedSet(new TreeSet<>(names));
        }

        @Override
        public boolean sees(@Nullable String group) {
            return group != null && names.contains(group);
        }
    }

    /** What a token's list of groups comes to. */
    static Scope of(Collection<String> groups) {
        return groups.contains(ANY) ? EVERY_GROUP : new Only(new TreeSet<>(groups));
    }
}
