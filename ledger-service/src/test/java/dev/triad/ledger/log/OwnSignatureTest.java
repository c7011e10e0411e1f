package dev.triad.ledger.log;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.triad.signature.LogCut;
import dev.triad.signature.Producer;
import dev.triad.signature.Producers;
import dev.triad.signature.Signer;
import dev.triad.signature.SigningKey;
import dev.triad.signature.SourcePattern;
import dev.triad.signature.TrustedKey;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A ledger that believes its producers alone must be one of them, as it publishes rates and closings. */
class OwnSignatureTest {
    private static final LogCut FROM_THE_FIRST = new LogCut(Map.of());
    private static final SigningKey KEY = key('l');

    @Test
    void aLedgerThatBelievesEverybodyNeedsNoKey() {
        assertThatCode(() -> new OwnSignature(Signer.NONE, Producers.NONE).requireBelieved())
                .doesNotThrowAnyException();
        assertThatCode(() -> new OwnSignature(Signer.of("ledger", KEY), Producers.NONE).requireBelieved())
                .doesNotThrowAnyException();
    }

    @Test
    void aLedgerThatIsOneOfItsProducersStarts() {
        Producers producers = knowing("ledger", TrustedKey.current(KEY));

        assertThatCode(() -> new OwnSignature(Signer.of("ledger", KEY), producers).requireBelieved())
                .doesNotThrowAnyException();
    }

    @Test
    void oneThatWouldNotBelieveItselfSaysWhatToSet() {
        Producers store = knowing("store", TrustedKey.current(KEY));
        Producers retired = knowing("ledger", new TrustedKey(KEY, FROM_THE_FIRST));

        refused(Signer.NONE, store, "this ledger signs nothing");
        refused(Signer.of("ledger", KEY), store, "does not know this ledger, which signs as ledger");
        refused(Signer.of("store", key('x')), store, "no key by which triad.producers.store is believed");
        refused(Signer.of("ledger", KEY), retired, "no key by which triad.producers.ledger is believed");
    }

    private static void refused(Signer signer, Producers producers, String message) {
        assertThatIllegalStateException()
                .isThrownBy(() -> new OwnSignature(signer, producers).requireBelieved())
                .withMessageContaining(message)
                .withMessageContaining("triad.signing.producer=ledger and triad.signing.key");
    }

    private static Producers knowing(String name, TrustedKey key) {
        return new Producers(
                List.of(new Producer(name, List.of(key), List.of(SourcePattern.parse("/*/*")))), FROM_THE_FIRST);
    }

    private static SigningKey key(char c) {
        return SigningKey.ofBase64(
                "key",
                Base64.getEncoder().encodeToString(String.valueOf(c).repeat(32).getBytes(StandardCharsets.US_ASCII)));
    }
}
