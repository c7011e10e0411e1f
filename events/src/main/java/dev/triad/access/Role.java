package dev.triad.access;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What somebody is there for. Each of them may read. */
public enum Role {
    /** Reads. */
    READER,
    /** Also changes what goes on: simulation, redrive, books, closings, rates and the units' commands. */
    OPERATOR,
    /** Also takes the journal out, and the heads of the hash chain. */
    AUDITOR;

    /** As it is written in a token and in the API's document. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The role of that code; tokens of other systems' users have roles that are none here. */
    public static Optional<Role> byCode(String code) {
        return Stream.of(values()).filter(role -> role.code().equals(code)).findFirst();
    }
}
