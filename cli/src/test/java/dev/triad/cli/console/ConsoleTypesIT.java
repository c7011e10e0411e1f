package dev.triad.cli.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.triad.testing.Programs;
import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The console's sources keep what their types say. The bundler drops types unread, so TypeScript's own compiler reads them. */
class ConsoleTypesIT {
    private static final String PACKAGE = "/META-INF/maven/org.mvnpm/typescript/pom.properties";
    private static final String COMPILER = "META-INF/resources/_static/typescript";
    private static final Path LEDGER =
            Path.of("..", "ledger-service").toAbsolutePath().normalize();
    private static final Path SOURCES = LEDGER.resolve("src/main/resources/web");

    /** Where the bundler left the libraries with their types, when the ledger was built. */
    private static final Path LIBRARIES = LEDGER.resolve("target/node_modules");

    @TempDir
    Path folder;

    @Test
    void theTypesOfTheConsoleAreSound() throws IOException {
        assumeTrue(Programs.isInstalled("node"), "Node is not installed (Debian: apt install nodejs)");
        assertThat(LIBRARIES).isDirectory();
        Path compiler = unpack();
        Path settings = Files.writeString(folder.resolve("tsconfig.json"), """
                {"extends": "%s", "include": ["%s"], "compilerOptions": {"paths": {"*": ["%s/*"]}}}
                """.formatted(
                        SOURCES.resolve("tsconfig.json"), SOURCES.resolve("app"), LIBRARIES));

        String found = Programs.run(
                folder, Map.of(), List.of("sh", "-c", "node " + compiler + " -p " + settings + " || true"));

        assertThat(found).isEmpty();
    }

    /** The compiler as its package holds it; the declarations of the language itself lie in an archive of their own there. */
    private Path unpack() throws IOException {
        URL known = Objects.requireNonNull(ConsoleTypesIT.class.getResource(PACKAGE));
        Path jar = Path.of(
                ((JarURLConnection) known.openConnection()).getJarFileURL().getPath());
        try (FileSystem archive = FileSystems.newFileSystem(jar)) {
            copy(archive.getPath("/META-INF"));
        }
        Programs.run(
                folder, Map.of(), List.of("tar", "-xzf", folder + "/META-INF/.more.tgz", "-C", folder + "/META-INF"));
        try (Stream<Path> files = Files.walk(folder.resolve(COMPILER))) {
            return files.filter(file -> file.endsWith("lib/tsc.js")).findFirst().orElseThrow();
        }
    }

    private void copy(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Path to = folder.resolve(file.toString().substring(1));
                if (Files.isDirectory(file)) {
                    Files.createDirectories(to);
                } else {
                    Files.copy(file, to);
                }
            }
        }
    }
}
