package dev.triad.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Switches access control on, with an issuer of its own whose key the test is told. */
public final class IssuerTestResource implements QuarkusTestResourceLifecycleManager {
    /** The setting under which a test finds the issuer's private key, PKCS #8 in Base64. */
    public static final String PRIVATE_KEY = "triad.test.issuer.key";

    /** The setting under which a service finds its public key. */
    public static final String PUBLIC_KEY_LOCATION = "mp.jwt.verify.publickey.location";

    static final String ISSUER = "urn:triad:test";

    private static final int BITS = 2048;

    private @Nullable Path publicKey;

    @Override
    public Map<String, String> start() {
        KeyPair pair = newPair();
        try {
            publicKey = Files.createTempFile("triad-issuer", ".pem");
            Files.writeString(
                    publicKey,
                    "-----BEGIN PUBLIC KEY-----\n"
                            + Base64.getMimeEncoder()
                                    .encodeToString(pair.getPublic().getEncoded())
                            + "\n-----END PUBLIC KEY-----\n",
                    StandardCharsets.US_ASCII);
            return Map.of(
                    "triad.access.enabled",
                    "true",
                    "mp.jwt.verify.issuer",
                    ISSUER,
                    PUBLIC_KEY_LOCATION,
                    publicKey.toUri().toString(),
                    PRIVATE_KEY,
                    Base64.getEncoder().encodeToString(pair.getPrivate().getEncoded()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A key that nobody knows. */
    static KeyPair newPair() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(BITS);
            return generator.generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void stop() {
        try {
            if (publicKey != null) {
                Files.deleteIfExists(publicKey);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
