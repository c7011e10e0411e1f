package dev.triad.simulation.command;

import dev.triad.events.Source;
import org.jspecify.annotations.Nullable;

/**
 * A command from outside.
 *
 * @param source the unit that it is for
 * @param operation what is commanded, a name; part of what a key stands for
 * @param key the caller's {@code Idempotency-Key}; one is made up when it is absent
 * @param request what was asked for, as it is read from JSON; the other part of what a key stands for
 * @param draft what it comes to
 */
public record Command(
        Source source, String operation, @Nullable String key, Object request, Draft draft) {}
