package dev.triad.access.web;

import dev.triad.access.Caller;
import dev.triad.access.Scope;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who asks, for whatever answers depend on it. Where access is controlled, it is an error to ask that outside of a request,
 * or in one whose caller is not known: what then happens must not depend on it.
 */
@ApplicationScoped
public class Access {
    private final AccessSettings settings;
    private final Visitor visitor;

    Access(AccessSettings settings, Visitor visitor) {
        this.settings = settings;
        this.visitor = visitor;
    }

    /** Whether access is controlled at all. */
    public boolean isControlled() {
        return settings.enabled();
    }

    public Caller caller() {
        if (!isControlled()) {
            return Caller.ANYBODY;
        }
        Caller caller = visitor.caller();
        if (caller == null) {
            throw new IllegalStateException("nobody asks here");
        }
        return caller;
    }

    /** Who asks, where that is controlled and known; it may also be asked where nobody has to say who they are. */
    public Optional<Caller> known() {
        return isControlled() ? Optional.ofNullable(visitor.caller()) : Optional.empty();
    }

    /** Whose books the caller sees. */
    public Scope scope() {
        return caller().scope();
    }

    /** Whether the caller sees a group; null, what is of no known group, only who sees all. */
    public boolean sees(@Nullable String group) {
        return scope().sees(group);
    }
}
