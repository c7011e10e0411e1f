package dev.triad.cli.stack;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What a look at a component from outside finds. */
enum Condition {
    /** Not launched yet. */
    WAITING,
    /** Its process runs and does not answer yet. */
    STARTING,
    UP,
    /** Its process is gone. */
    DOWN;

    /** As the table and the JSON have it. */
    @JsonValue
    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
