package dev.triad.cli;

import java.net.URISyntaxException;
import java.nio.file.Path;

/** The project's folder, which holds the built services; found from where this class was loaded. */
public final class Home {
    private Home() {}

    /** The folder that holds {@code cli/target}, of which the jar (or the classes folder) is a child. */
    public static Path find() {
        try {
            Path code = Path.of(Home.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            Path home = code.resolve("../../..").normalize();
            return home;
        } catch (URISyntaxException e) {
            throw new IllegalStateException("the command line's own place is not a file", e);
        }
    }
}
