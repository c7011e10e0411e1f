package dev.triad.rights;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A password out of a file. It is not printed with what holds it. */
public final class Password {
    /** So many characters at least: nobody has to remember one. */
    static final int CHARACTERS_LEAST = 20;

    /** So many at most: a file that is longer holds something else. */
    static final int CHARACTERS_MAX = 200;

    private final byte[] characters;

    private Password(byte[] characters) {
        this.characters = characters;
    }

    /**
     * Reads a file that holds a password of 20 to 200 visible ASCII characters, and perhaps an end of line.
     *
     * @throws IOException when it cannot be read, or holds something else
     */
    public static Password read(Path file) throws IOException {
        if (Files.size(file) > CHARACTERS_MAX + 2) {
            throw new IOException(unfit(file));
        }
        String text = Files.readString(file).stripTrailing();
        boolean visible = text.chars().allMatch(character -> character > ' ' && character < 0x7f);
        if (!visible || text.length() < CHARACTERS_LEAST || text.length() > CHARACTERS_MAX) {
            throw new IOException(unfit(file));
        }
        return new Password(text.getBytes(StandardCharsets.US_ASCII));
    }

    byte[] characters() {
        return characters.clone();
    }

    private static String unfit(Path file) {
        return "%s holds no password: it takes %d to %d visible ASCII characters"
                .formatted(file, CHARACTERS_LEAST, CHARACTERS_MAX);
    }
}
