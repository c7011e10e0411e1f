package dev.triad.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A project folder with the real script and nothing else: Java and Maven are scripts of a line or two
 * that tell how they were called, and the machine's own Java is out of sight.
 */
final class ScriptHome {
    private static final Path SCRIPT = Path.of("..", "triad");
    private static final List<String> JAVA_FOLDERS = List.of(
            "/usr/lib/jvm", "/usr/java", "/opt/java", "/opt/jdk", "/Library/Java", "/opt/homebrew", "/usr/local");

    private final Path folder;
    private final Path tools;

    ScriptHome(Path folder) throws IOException {
        this.folder = folder;
        Files.writeString(folder.resolve("pom.xml"), "");
        Files.createDirectories(folder.resolve("store-service/src/main"));
        Files.writeString(folder.resolve("store-service/pom.xml"), "");
        tools = Files.createDirectories(folder.resolve("tools"));
        for (String tool : List.of("dirname", "readlink", "sed", "find", "head", "mkdir", "mv", "rm", "cat", "date")) {
            executable(tools.resolve(tool), "#!/bin/sh\nexec " + located(tool) + " \"$@\"\n");
        }
        String script = Files.readString(SCRIPT);
        for (String javaFolder : JAVA_FOLDERS) {
            script = script.replace(" " + javaFolder, " " + folder + "/nowhere" + javaFolder);
        }
        executable(folder.resolve("triad"), script);
    }

    Path script() {
        return folder.resolve("triad");
    }

    /** Puts a JDK of this version here, whose {@code java} prints who it is and its last arguments. */
    Path jdk(String place, String version) throws IOException {
        Path jdk = Files.createDirectories(folder.resolve(place));
        Files.createDirectories(jdk.resolve("bin"));
        Files.writeString(jdk.resolve("release"), "IMPLEMENTOR=\"Anyone\"\nJAVA_VERSION=\"" + version + "\"\n");
        executable(jdk.resolve("bin/javac"), "#!/bin/sh\n");
        executable(
                jdk.resolve("bin/java"),
                "#!/bin/sh\nwhile [ \"$1\" != -jar ]; do shift; done\nshift 2\necho \"" + version + " runs $*\"\n"
                        + "[ \"$1\" != status ] || exit 3\n");
        return jdk;
    }

    /** Puts a Maven here that says how it was called and builds a jar. */
    void maven() throws IOException {
        executable(tools.resolve("mvn"), """
                #!/bin/sh
                echo "mvn $*"
                mkdir -p cli/target
                : > cli/target/triad.jar
                """);
    }

    /** Another process builds, and is done by the time that somebody has waited. */
    void building(long process) throws IOException {
        Path building = Files.createDirectories(folder.resolve("target")).resolve("building");
        Files.writeString(building, process + "\n");
        executable(tools.resolve("sleep"), "#!/bin/sh\nrm " + building + "\n");
    }

    /** Marks everything as built. */
    void built() throws IOException {
        Files.createDirectories(folder.resolve("cli/target"));
        Files.createDirectories(folder.resolve("target"));
        Files.writeString(folder.resolve("cli/target/triad.jar"), "");
        Files.writeString(folder.resolve("target/triad.built"), "");
    }

    Result run(Path script, Map<String, String> environment, String... arguments) {
        try {
            List<String> command = new ArrayList<>(List.of(script.toString()));
            command.addAll(List.of(arguments));
            ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
            builder.environment().clear();
            builder.environment().put("PATH", tools.toString());
            builder.environment().put("HOME", folder.resolve("user").toString());
            builder.environment().putAll(environment);
            Process process = builder.start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Result(process.waitFor(), output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    record Result(int exitCode, String output) {}

    private static Path located(String tool) {
        return Stream.of("/usr/bin", "/bin")
                .map(place -> Path.of(place, tool))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow();
    }

    private static void executable(Path file, String content) throws IOException {
        Files.writeString(file, content);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
