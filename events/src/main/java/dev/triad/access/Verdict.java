package dev.triad.access;

import org.jspecify.annotations.Nullable;

/** Whether somebody may ask for an operation; whose books they then see is for the operation itself. */
public sealed interface Verdict {
    /** They may. */
    record Granted() implements Verdict {}

    /** Who asks is not known. */
    record Unknown() implements Verdict {}

    /** They lack the role. */
    record Lacks(Role role) implements Verdict {}

    /** They do not see all groups, which it takes. */
    record SeesTooLittle() implements Verdict {}

    /** The operation does not say what it needs, and so nobody may. */
    record Undeclared() implements Verdict {}

    /**
     * @param caller who asks; null when that is not known
     * @param needs what the operation asks for; null when it does not say
     */
    static Verdict of(@Nullable Caller caller, @Nullable Needs needs) {
        if (caller == null) {
            return new Unknown();
        }
        if (needs == null) {
            return new Undeclared();
        }
        if (!caller.is(needs.value())) {
            return new Lacks(needs.value());
        }
        return needs.everyGroup() && !(caller.scope() instanceof Scope.Every) ? new SeesTooLittle() : new Granted();
    }
}
