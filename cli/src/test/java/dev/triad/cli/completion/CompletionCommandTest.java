package dev.triad.cli.completion;

import static org.assertj.core.api.Assertions.assertThat;

import dev.triad.cli.ExitCode;
import dev.triad.cli.Triad;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompletionCommandTest {
    @Test
    void completesCommandsAndTheirOptionsInBash(@TempDir Path folder) throws IOException, InterruptedException {
        // Given
        StringWriter script = new StringWriter();
        int exitCode = Triad.commandLine().setOut(new PrintWriter(script)).execute("completion", "bash");
        Path file = Files.writeString(folder.resolve("completion.bash"), script.toString());

        // When
        String answer = bash("""
                source "%s"
                compopt() { :; } # bash has it only while it completes
                offer() { COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); COMP_LINE="$*"; COMP_POINT=${#COMP_LINE}
                    COMPREPLY=(); _complete_triad; echo "${COMPREPLY[@]}"; }
                offer triad su
                offer triad fu
                offer triad statement --fr
                offer triad completion z
                """.formatted(file));

        // Then
        assertThat(exitCode).isEqualTo(ExitCode.OK);
        assertThat(answer.lines().map(String::strip)).containsExactly("subsidies", "fuzz", "--from", "zsh");
    }

    private static String bash(String commands) throws IOException, InterruptedException {
        Process bash = new ProcessBuilder("bash", "-c", commands)
                .redirectErrorStream(true)
                .start();
        String output = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(bash.waitFor()).as(output).isZero();
        return output;
    }
}
