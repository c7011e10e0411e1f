package dev.triad.access.web;

import dev.triad.access.Caller;
import jakarta.enterprise.context.RequestScoped;
import org.jspecify.annotations.Nullable;

/** Who asks, as long as a request lasts. */
@RequestScoped
class Visitor {
    private @Nullable Caller caller;

    @Nullable
    Caller caller() {
        return caller;
    }

    void is(Caller known) {
        caller = known;
    }
}
