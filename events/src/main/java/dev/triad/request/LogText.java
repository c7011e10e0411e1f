package dev.triad.request;

/**
 * Text that stays on its line in a log: whoever chooses a name must not be able to write lines of his own, or to steer
 * the terminal of whoever reads them.
 */
public final class LogText {
    private LogText() {}

    /** The text with control characters, line separators and marks of writing direction as {@code \\uXXXX}. */
    public static String escaped(String text) {
        if (text.chars().noneMatch(LogText::isUnsafe)) {
            return text;
        }
        StringBuilder safe = new StringBuilder(text.length() + 16);
        text.chars().forEach(c -> {
            if (isUnsafe(c)) {
                safe.append("\\u%04x".formatted(c));
            } else {
                safe.append((char) c);
            }
        });
        return safe.toString();
    }

    private static boolean isUnsafe(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL -> c != '\t';
            case Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.FORMAT -> true;
            default -> false;
        };
    }
}
