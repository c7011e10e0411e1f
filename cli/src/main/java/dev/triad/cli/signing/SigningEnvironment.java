package dev.triad.cli.signing;

import dev.triad.cli.CommandException;
import dev.triad.signature.Signer;
import dev.triad.signature.SigningKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Signs as the environment says, by the variables that a service takes its key from, or by a file that holds the key. */
public final class SigningEnvironment {
    static final String PRODUCER = "TRIAD_SIGNING_PRODUCER";
    static final String KEY = "TRIAD_SIGNING_KEY";
    static final String KEY_FILE = "TRIAD_SIGNING_KEY_FILE";

    private SigningEnvironment() {}

    /**
     * The signer; none where no variable is set.
     *
     * @throws CommandException when a key has no producer, a producer no key, or the key is none
     */
    public static Signer signer(Map<String, String> environment) {
        String producer = environment.get(PRODUCER);
        String key = key(environment);
        if (producer == null && key == null) {
            return Signer.NONE;
        }
        if (producer == null || key == null) {
            throw new CommandException("Events are signed by a name and its key: set %s, and %s or %s."
                    .formatted(PRODUCER, KEY, KEY_FILE));
        }
        return signer(producer, KEY, key);
    }

    /** Whether a variable is set. */
    static boolean isSet(Map<String, String> environment) {
        return Stream.of(PRODUCER, KEY, KEY_FILE).anyMatch(environment::containsKey);
    }

    /**
     * One whose key is in a file.
     *
     * @throws CommandException when the file cannot be read, holds no key, or the producer's name is none
     */
    static Signer signer(String producer, Path file) {
        try {
            return signer(producer, file.toString(), Files.readString(file));
        } catch (IOException e) {
            throw new CommandException("The key to sign by cannot be read: " + file);
        }
    }

    private static Signer signer(String producer, String setting, String key) {
        try {
            return Signer.of(producer, SigningKey.ofBase64(setting, key));
        } catch (IllegalArgumentException e) {
            throw new CommandException(String.valueOf(e.getMessage()));
        }
    }

    private static @Nullable String key(Map<String, String> environment) {
        String file = environment.get(KEY_FILE);
        if (file == null) {
            return environment.get(KEY);
        }
        try {
            return Files.readString(Path.of(file));
        } catch (IOException e) {
            throw new CommandException("%s names a file that cannot be read: %s".formatted(KEY_FILE, file));
        }
    }
}
