package dev.triad.cli;

import java.util.Objects;
import picocli.CommandLine.IVersionProvider;

/** Reads the version from the jar's manifest; classes outside a jar call themselves a development build. */
final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        String version = Version.class.getPackage().getImplementationVersion();
        return new String[] {"triad " + Objects.requireNonNullElse(version, "development build")};
    }
}
