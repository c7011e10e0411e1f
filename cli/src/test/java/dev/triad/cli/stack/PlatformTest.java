package dev.triad.cli.stack;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.triad.cli.CommandException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlatformTest {
    @ParameterizedTest
    @CsvSource({"Linux,amd64", "Linux,aarch64", "Mac OS X,x86_64", "Mac OS X,aarch64"})
    void runsWhereAPostgresCanBeHad(String system, String architecture) {
        assertThatCode(() -> Platform.check(system, architecture)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({"Windows 11,amd64", "Linux,riscv64", "SunOS,sparcv9", "'',''"})
    void saysWhereItRunsToEveryOneElse(String system, String architecture) {
        assertThatThrownBy(() -> Platform.check(system, architecture))
                .isInstanceOf(CommandException.class)
                .hasMessageContaining("Triad runs on Linux and macOS")
                .hasMessageContaining(system + " on " + architecture);
    }
}
