package dev.triad.cli.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.triad.cli.CommandException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SigningEnvironmentTest {
    private static final String KEY = "c2VjcmV0LXNlY3JldC1zZWNyZXQtc2VjcmV0LTEyMzQ=";

    @TempDir
    Path folder = Path.of("");

    @Test
    void signsNothingUnlessTold() {
        assertThat(SigningEnvironment.signer(Map.of()).producer()).isNull();
    }

    @Test
    void takesTheKeyFromTheEnvironmentOrFromAFile() throws IOException {
        Path file = Files.writeString(folder.resolve("key"), KEY + "\n");

        assertThat(SigningEnvironment.signer(Map.of("TRIAD_SIGNING_PRODUCER", "shop", "TRIAD_SIGNING_KEY", KEY))
                        .producer())
                .isEqualTo("shop");
        assertThat(SigningEnvironment.signer(
                                Map.of("TRIAD_SIGNING_PRODUCER", "shop", "TRIAD_SIGNING_KEY_FILE", file.toString()))
                        .producer())
                .isEqualTo("shop");
    }

    @Test
    void saysWhatIsMissingAndShowsNoKey() {
        refused(Map.of("TRIAD_SIGNING_KEY", KEY), "set TRIAD_SIGNING_PRODUCER");
        refused(Map.of("TRIAD_SIGNING_PRODUCER", "shop"), "TRIAD_SIGNING_KEY_FILE");
        refused(Map.of("TRIAD_SIGNING_PRODUCER", "shop", "TRIAD_SIGNING_KEY", "c2VjcmV0"), "32 to 64");
        refused(Map.of("TRIAD_SIGNING_PRODUCER", "shop", "TRIAD_SIGNING_KEY_FILE", "/no/such"), "cannot be read");
    }

    private static void refused(Map<String, String> environment, String message) {
        assertThatExceptionOfType(CommandException.class)
                .isThrownBy(() -> SigningEnvironment.signer(environment))
                .withMessageContaining(message)
                .withMessageNotContaining("c2VjcmV0");
    }
}
