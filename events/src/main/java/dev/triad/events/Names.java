package dev.triad.events;

import java.text.Normalizer;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Names and texts. A name is a segment of an account, so it is short and plain: {@code
 * [a-z0-9][a-z0-9._-]{0,62}}. A text is 1 to {@value #TEXT_MAX} characters
 * (code points) without control characters.
 */
public final class Names {
    public static final int NAME_MAX = 63;
    public static final int TEXT_MAX = 256;

    private Names() {}

    public static boolean isName(String text) {
        if (text.isEmpty() || text.length() > NAME_MAX || !isAlphanumeric(text.charAt(0))) {
            return false;
        }
        for (int i = 1; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!isAlphanumeric(c) && c != '.' && c != '_' && c != '-') {
                return false;
            }
        }
        return true;
    }

    /** Makes a name of any text: lower case, accents dropped, everything else a hyphen. */
    public static String slug(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFD).toLowerCase(Locale.ROOT);
        StringBuilder name = new StringBuilder();
        for (int i = 0; i < plain.length() && name.length() < NAME_MAX; i++) {
            char c = plain.charAt(i);
            if (isAlphanumeric(c)) {
                name.append(c);
            } else if (Character.getType(c) != Character.NON_SPACING_MARK
                    && !name.isEmpty()
                    && name.charAt(name.length() - 1) != '-') {
                name.append('-');
            }
        }
        while (!name.isEmpty() && name.charAt(name.length() - 1) == '-') {
            name.setLength(name.length() - 1);
        }
        return name.isEmpty() ? "unnamed" : name.toString();
    }

    static String require(String field, @Nullable String value) {
        if (value == null) {
            throw InvalidEventException.missing(field);
        }
        if (!isName(value)) {
            throw new InvalidEventException(
                    Defect.FIELD,
                    field + " must be a name of lower-case letters, digits, '.', '_' and '-', 1 to 63 long");
        }
        return value;
    }

    static String requireText(String field, @Nullable String value) {
        if (value == null) {
            throw InvalidEventException.missing(field);
        }
        int length = value.length();
        if (length == 0 || (length > TEXT_MAX && value.codePointCount(0, length) > TEXT_MAX)) {
            throw new InvalidEventException(Defect.FIELD, field + " must be 1 to " + TEXT_MAX + " characters long");
        }
        for (int i = 0; i < length; i++) {
            char c = value.charAt(i);
            if (Character.isISOControl(c)) {
                throw new InvalidEventException(Defect.FIELD, field + " must not hold control characters");
            }
            if (Character.isSurrogate(c)) {
                // An unpaired surrogate is no character: UTF-8 cannot write it.
                if (i + 1 == length || !Character.isSurrogatePair(c, value.charAt(i + 1))) {
                    throw new InvalidEventException(Defect.FIELD, field + " must not hold half a character");
                }
                i++;
            }
        }
        return value;
    }

    private static boolean isAlphanumeric(char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    }
}
