package dev.triad.simulation.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.triad.events.EventCodec;
import dev.triad.events.Source;
import java.util.Map;
import org.junit.jupiter.api.Test;

class IdempotencyKeysTest {
    private static final Source STORE = new Source("amazon", "store");
    private final IdempotencyKeys keys = new IdempotencyKeys();

    @Test
    void aKeyIsOneAttemptForEachUnit() {
        Attempt first = keys.claim(STORE, "k", "digest");

        assertThat(keys.claim(STORE, "k", "another digest")).isSameAs(first);
        assertThat(keys.claim(new Source("ebay", "store"), "k", "digest")).isNotSameAs(first);
    }

    @Test
    void aDroppedKeyIsFreeAgain() {
        Attempt first = keys.claim(STORE, "k", "digest");
        keys.drop(STORE, "k", first);

        assertThat(keys.claim(STORE, "k", "digest")).isNotSameAs(first);
    }

    @Test
    void whatTheLogTellsDoesNotReplaceWhatIsUnderWay() {
        Attempt running = keys.claim(STORE, "k", "digest");
        keys.restore(STORE, "k", new Attempt("digest"));

        assertThat(keys.claim(STORE, "k", "digest")).isSameAs(running);
    }

    @Test
    void theOldestKeyIsForgottenFirst() {
        Attempt oldest = keys.claim(STORE, "oldest", "digest");
        Attempt second = keys.claim(STORE, "second", "digest");
        for (int i = 0; i < IdempotencyKeys.KEYS_MAX - 1; i++) {
            keys.claim(STORE, "k" + i, "digest");
        }

        assertThat(keys.claim(STORE, "second", "digest")).isSameAs(second);
        assertThat(keys.claim(STORE, "oldest", "digest")).isNotSameAs(oldest);
    }

    @Test
    void theDigestTellsRequestsAndOperationsApart() {
        var json = EventCodec.mapper();
        String digest = RequestDigest.of(json, "place-order", Map.of("sku", "coffee"));

        assertThat(digest).hasSize(64).isEqualTo(RequestDigest.of(json, "place-order", Map.of("sku", "coffee")));
        assertThat(digest).isNotEqualTo(RequestDigest.of(json, "place-order", Map.of("sku", "tea")));
        assertThat(digest).isNotEqualTo(RequestDigest.of(json, "return-order", Map.of("sku", "coffee")));
    }
}
