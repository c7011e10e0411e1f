package dev.triad.cli.terminal;

/**
 * Text from elsewhere made fit for a terminal: what could steer it, turn the direction of writing or break the line is
 * shown as an escape with its code, so that nothing is lost and nothing is obeyed. JSON on one line stays the
 * same JSON, since it has such characters in its strings alone and knows the same escapes.
 */
public final class Escaped {
    private Escaped() {}

    public static String of(String text) {
        if (text.codePoints().allMatch(Escaped::isHarmless)) {
            return text;
        }
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> append(escaped, c));
        return escaped.toString();
    }

    private static void append(StringBuilder escaped, int codePoint) {
        if (isHarmless(codePoint)) {
            escaped.appendCodePoint(codePoint);
        } else {
            for (char unit : Character.toChars(codePoint)) {
                escaped.append("\\u%04x".formatted((int) unit));
            }
        }
    }

    private static boolean isHarmless(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
