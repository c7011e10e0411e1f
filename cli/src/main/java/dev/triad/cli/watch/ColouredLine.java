package dev.triad.cli.watch;

import dev.triad.cli.terminal.Escaped;
import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** A line of coloured parts, which is cut to a width without cutting a colour's code. */
final class ColouredLine {
    private static final String CUT = "…";

    /** The scripts whose letters take two places of a terminal's line. */
    private static final Set<UnicodeScript> WIDE =
            EnumSet.of(UnicodeScript.HAN, UnicodeScript.HANGUL, UnicodeScript.HIRAGANA, UnicodeScript.KATAKANA);

    private static final int FIRST_PICTURE = 0x1F300;

    private record Part(String text, Colour colour) {}

    private final List<Part> parts = new ArrayList<>();

    /** Adds text, which may come from anywhere: what could steer the terminal is escaped. */
    ColouredLine add(String text, Colour colour) {
        parts.add(new Part(Escaped.of(text), colour));
        return this;
    }

    /** Adds text, and spaces up to a width. */
    ColouredLine add(String text, int width, Colour colour) {
        String escaped = Escaped.of(text);
        return add(escaped + " ".repeat(Math.max(0, width - width(escaped))), colour);
    }

    /**
     * The line as it is printed.
     *
     * @param widthMax how many places it may take
     */
    String shown(int widthMax, boolean coloured) {
        StringBuilder line = new StringBuilder();
        int left = widthMax;
        for (Part part : parts) {
            String fitting = width(part.text()) <= left ? part.text() : cut(part.text(), left);
            line.append(coloured ? part.colour().of(fitting) : fitting);
            if (fitting.length() < part.text().length()) {
                return line.toString();
            }
            left -= width(fitting);
        }
        return line.toString();
    }

    /** As much of a text as leaves one place for the mark that it was cut. */
    private static String cut(String text, int width) {
        int end = 0;
        int taken = 0;
        while (end < text.length()) {
            int codePoint = text.codePointAt(end);
            if (taken + width(codePoint) > width - 1) {
                break;
            }
            taken += width(codePoint);
            end += Character.charCount(codePoint);
        }
        return width < 1 ? "" : text.substring(0, end) + CUT;
    }

    private static int width(String text) {
        return text.codePoints().map(ColouredLine::width).sum();
    }

    private static int width(int codePoint) {
        int type = Character.getType(codePoint);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK) {
            return 0;
        }
        return codePoint >= FIRST_PICTURE || WIDE.contains(UnicodeScript.of(codePoint)) ? 2 : 1;
    }
}
