package dev.triad.cli.ask;

import dev.triad.cli.access.TokenOption;
import java.net.URI;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Which ledger is asked. */
@SuppressWarnings("NullAway.Init") // picocli sets the fields before the command runs.
public final class LedgerOption {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = "--ledger",
            paramLabel = "URL",
            defaultValue = "${env:TRIAD_LEDGER:-http://localhost:8080}",
            description = "The ledger (${DEFAULT-VALUE}); the environment variable TRIAD_LEDGER names another.")
    private URI ledger;

    @Mixin
    private final TokenOption token = new TokenOption();

    public LedgerClient open() {
        String scheme = ledger.getScheme();
        if (!"http".equals(scheme) && !"https".equals(scheme) || ledger.getHost() == null) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--ledger takes an address such as http://localhost:8080, not %s.".formatted(ledger));
        }
        return new LedgerClient(ledger, token.token());
    }
}
