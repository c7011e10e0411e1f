package dev.triad.rights;

/**
 * One thing that one user may do at the broker. Who may read or write a topic may also ask about it.
 *
 * @param user the name that the user signs in with
 * @param name the topic's or the group's own name; there is no right to all that begin with something
 */
public record Right(String user, Thing thing, String name, Deed deed) {
    /** What a right is about. */
    public enum Thing {
        TOPIC,
        /** A group of consumers, which share a topic's partitions and keep there how far they are. */
        GROUP
    }

    /** What one does to it; to read as a group is to be one of it. */
    public enum Deed {
        READ,
        WRITE
    }

    public Right {
        if (user.isBlank() || name.isBlank()) {
            throw new IllegalArgumentException(
                    "a right is somebody's, to something: user '%s', %s '%s'".formatted(user, thing, name));
        }
        if (thing == Thing.GROUP && deed == Deed.WRITE) {
            throw new IllegalArgumentException("nobody writes a group: " + name);
        }
        if (name.contains("*")) {
            throw new IllegalArgumentException("a right names one thing, and not " + name);
        }
    }
}
