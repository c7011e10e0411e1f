package dev.triad.signature.settings;

import dev.triad.signature.EventReader;
import dev.triad.signature.LogCut;
import dev.triad.signature.OwnRecords;
import dev.triad.signature.Producer;
import dev.triad.signature.Producers;
import dev.triad.signature.Signer;
import dev.triad.signature.SigningKey;
import dev.triad.signature.SourcePattern;
import dev.triad.signature.TrustedKey;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Makes of the configuration who signs and who is believed. What is wrong with it keeps a service from starting. */
@Singleton
public final class SigningSettings {
    private static final String PRODUCERS = "triad.producers.";

    SigningSettings() {}

    @Produces
    @Singleton
    static Signer signer(SigningConfig config) {
        if (config.producer().isEmpty() && config.key().isEmpty()) {
            return Signer.NONE;
        }
        String producer = config.producer().orElseThrow(() -> together("triad.signing.producer"));
        String key = config.key().orElseThrow(() -> together("triad.signing.key"));
        return Signer.of(producer, SigningKey.ofBase64("triad.signing.key", key));
    }

    @Produces
    @Singleton
    static OwnRecords ownRecords(SigningConfig config) {
        if (config.key().isEmpty()) {
            return OwnRecords.UNSIGNED;
        }
        List<SigningKey> keys = new ArrayList<>();
        keys.add(SigningKey.ofBase64("triad.signing.key", config.key().get()));
        config.previousKey().ifPresent(key -> keys.add(SigningKey.ofBase64("triad.signing.previous-key", key)));
        return new OwnRecords(keys, LogCut.ofShortNames(config.requiredFrom()));
    }

    private static IllegalArgumentException together(String missing) {
        return new IllegalArgumentException(
                "triad.signing.producer and triad.signing.key go together: set " + missing + " too");
    }

    @Produces
    @Singleton
    static EventReader reader(Producers producers) {
        return new EventReader(producers);
    }

    /**
     * The producers that are configured.
     *
     * @throws IllegalArgumentException when a setting is not what it must be; the message names it and shows no key
     */
    @Produces
    @Singleton
    public static Producers producers(ProducersConfig config, SigningConfig signing) {
        List<Producer> producers = new ArrayList<>();
        config.producers().forEach((name, producing) -> producers.add(producer(name, producing)));
        return new Producers(producers, LogCut.ofShortNames(signing.requiredFrom()));
    }

    private static Producer producer(String name, ProducersConfig.Producing config) {
        String prefix = PRODUCERS + name + '.';
        List<TrustedKey> keys = new ArrayList<>();
        keys.add(TrustedKey.current(SigningKey.ofBase64(prefix + "key", config.key())));
        config.otherKeys().forEach((other, key) -> keys.add(other(prefix + "other-keys." + other + '.', key)));
        return new Producer(
                name, keys, config.sources().stream().map(SourcePattern::parse).toList());
    }

    private static TrustedKey other(String prefix, ProducersConfig.OtherKey config) {
        SigningKey key = SigningKey.ofBase64(prefix + "key", config.key());
        Map<String, List<Long>> until = config.until();
        return until.isEmpty() ? TrustedKey.current(key) : new TrustedKey(key, LogCut.ofShortNames(until));
    }
}
