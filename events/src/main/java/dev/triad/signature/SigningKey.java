package dev.triad.signature;

import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A secret that a producer shares with whoever checks its events: HMAC-SHA256 (RFC 2104). Thread-safe, and never shown.
 */
public final class SigningKey {
    /** The shortest key: as long as the hash, as RFC 2104 advises. */
    public static final int BYTES_MIN = 32;

    /** The longest key: more than a block of the hash adds nothing. */
    public static final int BYTES_MAX = 64;

    private static final String ALGORITHM = "HmacSHA256";
    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

    /** Never used itself, so that any thread may copy it. A copy costs less than a new one, which looks for providers. */
    private final Mac prototype;

    private SigningKey(byte[] secret) {
        try {
            prototype = Mac.getInstance(ALGORITHM);
            prototype.init(new SecretKeySpec(secret, ALGORITHM));
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }

    /**
     * Reads a key.
     *
     * @param setting where it stands, for the message
     * @throws IllegalArgumentException when it is not Base64 of {@value #BYTES_MIN} to {@value #BYTES_MAX} bytes
     */
    public static SigningKey ofBase64(String setting, String text) {
        byte[] secret;
        try {
            secret = Base64.getDecoder().decode(text.strip());
        } catch (IllegalArgumentException e) {
            // The decoder's own message would show a part of the key.
            throw unfit(setting);
        }
        if (secret.length < BYTES_MIN || secret.length > BYTES_MAX) {
            throw unfit(setting);
        }
        return new SigningKey(secret);
    }

    private static IllegalArgumentException unfit(String setting) {
        return new IllegalArgumentException(setting + " must be a key of " + BYTES_MIN + " to " + BYTES_MAX
                + " random bytes in Base64, such as: openssl rand -base64 " + BYTES_MIN);
    }

    /** The signature of a content, as it stands in a header; the only form in which it counts. */
    byte[] signature(SignedContent content) {
        return signature(content.envelope(), content.data());
    }

    /** The signature of what is told apart from all else by how it begins, and of data. */
    byte[] signature(byte[] envelope, byte[] data) {
        try {
            Mac mac = (Mac) prototype.clone();
            mac.update(envelope);
            return ENCODER.encode(mac.doFinal(data));
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("the platform's " + ALGORITHM + " can be copied", e);
        }
    }

    @Override
    public String toString() {
        return "a secret key";
    }
}
