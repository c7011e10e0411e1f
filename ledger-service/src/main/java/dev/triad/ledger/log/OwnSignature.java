package dev.triad.ledger.log;

import dev.triad.signature.Producers;
import dev.triad.signature.Signer;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;

/** Keeps a ledger from starting that would set aside what it publishes itself: rates, closings and groups. */
@Singleton
class OwnSignature {
    private static final String ADVICE =
            " The ledger publishes rates and closings, and would set its own aside: make it a producer, such as"
                    + " triad.producers.ledger.key and triad.producers.ledger.sources=/*/*, and have it sign by"
                    + " triad.signing.producer=ledger and triad.signing.key.";

    private final Signer signer;
    private final Producers producers;

    OwnSignature(Signer signer, Producers producers) {
        this.signer = signer;
        this.producers = producers;
    }

    void start(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) StartupEvent event) {
        requireBelieved();
    }

    /**
     * Makes sure of it.
     *
     * @throws IllegalStateException when it would; the message says what to set
     */
    void requireBelieved() {
        if (producers.isNone() || producers.believe(signer)) {
            return;
        }
        String producer = signer.producer();
        if (producer == null) {
            throw new IllegalStateException(
                    "triad.producers says whom to believe, but this ledger signs nothing." + ADVICE);
        }
        throw new IllegalStateException((producers.has(producer)
                                ? "triad.signing.key is no key by which triad.producers.%s is believed."
                                : "triad.producers does not know this ledger, which signs as %s.")
                        .formatted(producer)
                + ADVICE);
    }
}
