package dev.triad.cli.stack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.triad.cli.ExitCode;
import dev.triad.cli.Triad;
import dev.triad.cli.access.LocalIssuer;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.EnumSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged ledger, asking who asks, and the command line's own tokens. */
@Tag("long")
class SecureStackIT {
    private static final EnumSet<Component> COMPONENTS =
            EnumSet.of(Component.KAFKA, Component.POSTGRES, Component.LEDGER);

    @Test
    void aLedgerThatAsksTakesTheTokensOfItsOwnStack(@TempDir Path folder) throws Exception {
        LocalIssuer issuer = LocalIssuer.in(new DataDirectory(folder).access());
        try (PrivateStack stack = PrivateStack.in(folder, COMPONENTS, issuer.settings(), 0, System.out)) {
            for (Component component : COMPONENTS) {
                stack.start(component);
            }
            String books = "books --ledger http://localhost:" + stack.port(Component.LEDGER);
            StringWriter reader = new StringWriter();
            StringWriter nobody = new StringWriter();
            assertThat(triad("token --role reader --group amazon --data-dir " + folder, reader))
                    .isZero();
            assertThat(triad("token --role reader --group amazon --data-dir " + folder + "/elsewhere", nobody))
                    .isZero();

            assertThat(triad(books, new StringWriter())).isEqualTo(ExitCode.DENIED);
            assertThat(triad(books + " --token " + nobody.toString().strip(), new StringWriter()))
                    .isEqualTo(ExitCode.DENIED);
            assertThat(triad(books + " --token " + reader.toString().strip(), new StringWriter()))
                    .isZero();
            assertThat(triad(
                            books.replace("books", "books delete none") + " --token "
                                    + reader.toString().strip(),
                            new StringWriter()))
                    .isEqualTo(ExitCode.DENIED);
        }
    }

    private static int triad(String command, StringWriter output) {
        return Triad.commandLine()
                .setOut(new PrintWriter(output, true))
                .setErr(new PrintWriter(new StringWriter()))
                .execute(command.split(" "));
    }
}
