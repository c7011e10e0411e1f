package dev.triad.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.triad.cli.ScriptHome.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

class ScriptTest {
    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it before each test.
    private Path folder;

    @SuppressWarnings("NullAway.Init") // prepare() sets it before each test.
    private ScriptHome home;

    @BeforeEach
    void prepare() throws IOException {
        home = new ScriptHome(folder);
    }

    @Test
    void usesTheJdkThatJavaHomeNames() throws IOException {
        home.built();
        home.jdk("user/.jdks/other", "27");
        Path jdk = home.jdk("mine", "25.0.1");

        Result result = home.run(home.script(), Map.of("JAVA_HOME", jdk.toString()), "status", "--json");

        assertThat(result.output()).isEqualTo("25.0.1 runs status --json\n");
    }

    @Test
    void looksFurtherWhenTheOneAtHandIsTooOld() throws IOException {
        home.built();
        home.jdk("user/.sdkman/candidates/java/26-tem", "26");
        Path old = home.jdk("old", "17.0.9");

        Result result = home.run(home.script(), Map.of("JAVA_HOME", old.toString()), "down");

        assertThat(result.output()).isEqualTo("26 runs down\n");
    }

    @Test
    void findsTheJdkBehindTheJavaOnThePath() throws IOException {
        home.built();
        Path jdk = home.jdk("mine", "25");
        Files.createSymbolicLink(folder.resolve("tools/java"), jdk.resolve("bin/java"));

        assertThat(home.run(home.script(), Map.of(), "down").output()).isEqualTo("25 runs down\n");
    }

    @Test
    void saysWhatToInstallWhenThereIsNoJdk() throws IOException {
        home.built();
        Path old = home.jdk("old", "1.8.0_402");

        Result result = home.run(home.script(), Map.of("JAVA_HOME", old.toString()), "up");

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.output())
                .isEqualTo("triad: no JDK 25 or later was found: install one"
                        + " (for example Eclipse Temurin 25), or set JAVA_HOME to it.\n");
    }

    @Test
    void saysWhatToInstallWhenThereIsNoMaven() throws IOException {
        home.jdk("user/.jdks/25", "25");

        Result result = home.run(home.script(), Map.of(), "up");

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.output()).startsWith("triad: Maven builds Triad, and mvn is not on the PATH: install");
    }

    @Test
    void buildsOnFirstUseAndNotAgain() throws IOException {
        home.maven();
        home.jdk("user/.jdks/25", "25");

        Result first = home.run(home.script(), Map.of(), "up", "--only=kafka");
        Result second = home.run(home.script(), Map.of(), "up");

        assertThat(first.output())
                .contains("Building Triad with ", "mvn -B -q -Dstyle.color=never package -DskipTests", "Built in ")
                .endsWith("25 runs up --only=kafka\n");
        assertThat(second.output()).isEqualTo("25 runs up\n");
    }

    @Test
    void waitsForAnotherThatBuilds() throws IOException {
        home.maven();
        home.jdk("user/.jdks/25", "25");
        long other = ProcessHandle.current().pid();
        home.building(other);

        Result result = home.run(home.script(), Map.of(), "up");

        assertThat(result.output())
                .startsWith("Another ./triad is building (process " + other + "); this one goes on after it ...\n"
                        + "Building Triad with ")
                .endsWith("25 runs up\n");
        assertThat(folder.resolve("target/building")).doesNotExist();
    }

    @Test
    void oneThatWasKilledWhileItBuiltHoldsNobodyUp() throws Exception {
        home.maven();
        home.jdk("user/.jdks/25", "25");
        Process killed = new ProcessBuilder("true").start();
        killed.waitFor();
        home.building(killed.pid());

        assertThat(home.run(home.script(), Map.of(), "up").output()).startsWith("Building Triad with ");
    }

    @Test
    void buildsAgainWhenASourceIsNewer() throws IOException {
        home.built();
        home.maven();
        home.jdk("user/.jdks/25", "25");
        Path source = Files.createDirectories(folder.resolve("store-service/src/main"))
                .resolve("Newer.java");
        Files.writeString(source, "");
        Files.setLastModifiedTime(source, FileTime.from(Instant.now().plusSeconds(60)));

        assertThat(home.run(home.script(), Map.of(), "up").output()).contains("Building Triad with ");
    }

    @Test
    void worksThroughALinkAndFromElsewhere() throws IOException {
        home.built();
        home.jdk("user/.jdks/25", "25");
        Path link = Files.createSymbolicLink(folder.resolve("tools/link"), Path.of("../triad"));

        assertThat(home.run(link, Map.of(), "down").output()).isEqualTo("25 runs down\n");
    }

    @Test
    void testRunsTheTestsAndPassesOnWhatFollows() throws IOException {
        home.maven();
        home.jdk("user/.jdks/25", "25");

        assertThat(home.run(home.script(), Map.of(), "test", "-pl", "events").output())
                .isEqualTo("mvn -B -ntp verify -DskipITs=false -pl events -T 2\n");
        assertThat(home.run(home.script(), Map.of(), "test", "--all", "-pl", "events")
                        .output())
                .isEqualTo("mvn -B -ntp verify -DskipITs=false -Dleft.out= -pl events -T 2\n");
    }

    @Test
    void leavesWhatItDoesNotKnowToTheCommandLine() throws IOException {
        home.built();
        home.jdk("user/.jdks/25", "25");

        assertThat(home.run(home.script(), Map.of(), "watch", "--count", "3").output())
                .isEqualTo("25 runs watch --count 3\n");
    }

    @Test
    void asksNobodyWhereNothingIsBuilt() {
        Result result = home.run(home.script(), Map.of(), "accounts");

        assertThat(result.exitCode()).isEqualTo(ExitCode.NOT_RUNNING);
        assertThat(result.output()).isEqualTo("Triad is not built yet, so nothing is running. To start: ./triad up\n");
    }

    @Test
    void tellsOfEveryCommandThatIsForPeople() {
        Result result = home.run(home.script(), Map.of(), "help");
        List<String> commands = Triad.commandLine().getSubcommands().values().stream()
                .map(CommandLine::getCommandSpec)
                .filter(command ->
                        !command.usageMessage().hidden() && !command.name().equals("help"))
                .map(CommandSpec::name)
                .toList();

        assertThat(result.exitCode()).isZero();
        assertThat(commands).allSatisfy(command -> assertThat(result.output()).contains("\n  " + command + " "));
    }

    @Test
    void stopsNothingWhereNothingIsBuilt() {
        assertThat(home.run(home.script(), Map.of(), "down").exitCode()).isZero();
        assertThat(home.run(home.script(), Map.of(), "status").exitCode()).isEqualTo(ExitCode.NOT_RUNNING);
    }
}
