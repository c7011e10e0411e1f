package dev.triad.cli.signing;

import dev.triad.cli.stack.Component;
import dev.triad.cli.stack.DataDirectory;
import dev.triad.cli.stack.DataOption;
import dev.triad.cli.stack.RunFile;
import dev.triad.signature.Signer;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Who signs what is sent: whoever is named, or else the stack on this machine, if it is its broker that is sent to. */
@SuppressWarnings("NullAway.Init") // picocli sets the fields before the command runs.
public final class SigningOption {
    @Option(
            names = "--key-file",
            paramLabel = "FILE",
            description = "Signs events by the key in this file, where the ledger believes signed ones alone; an import"
                    + " into a local stack of ./triad up --secure-events needs none.")
    private @Nullable Path keyFile;

    @Option(
            names = "--producer",
            paramLabel = "NAME",
            defaultValue = "${env:TRIAD_SIGNING_PRODUCER:-import}",
            description = "As whom: the producer that the ledger knows the key of (${DEFAULT-VALUE}).")
    private String producer;

    @Mixin
    private final DataOption data = new DataOption();

    /**
     * The signer; none where nobody is named, and the broker is not that of a local stack whose events are signed.
     *
     * @param servers the broker that is sent to
     */
    public Signer signer(String servers) {
        if (keyFile != null) {
            return SigningEnvironment.signer(producer, keyFile);
        }
        Map<String, String> environment = System.getenv();
        return SigningEnvironment.isSet(environment)
                ? SigningEnvironment.signer(environment)
                : ofLocalStack(servers).orElse(Signer.NONE);
    }

    private Optional<Signer> ofLocalStack(String servers) {
        DataDirectory stack = data.directory();
        return new RunFile(stack.runFile())
                .readRunning()
                .flatMap(state -> state.find(Component.KAFKA))
                .filter(kafka -> Set.of("localhost:" + kafka.port(), "127.0.0.1:" + kafka.port())
                        .contains(servers))
                .flatMap(_ -> LocalKeys.in(stack.signing()).importer());
    }
}
