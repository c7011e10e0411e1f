package dev.triad.cli.console;

import com.microsoft.playwright.options.ColorScheme;
import java.util.stream.Stream;

/** A window's size in pixels, and its colours. */
record Look(int width, int height, ColorScheme colours) {
    static final Look DESKTOP = new Look(1440, 900, ColorScheme.LIGHT);

    /** A desktop, a laptop or projector, and a phone; and the desktop in dark, as colours move nothing. */
    static Stream<Look> all() {
        return Stream.of(
                DESKTOP,
                new Look(1440, 900, ColorScheme.DARK),
                new Look(1024, 768, ColorScheme.LIGHT),
                new Look(390, 844, ColorScheme.LIGHT));
    }

    /** Axe takes longer than all else: what it looks at is arranged in two ways, and coloured in two. */
    boolean isTestedForAccess() {
        return width == DESKTOP.width || width < 500;
    }

    /** For a file's name. */
    String slug() {
        return width + "-" + colours.name().toLowerCase(java.util.Locale.ROOT);
    }

    @Override
    public String toString() {
        return slug();
    }
}
