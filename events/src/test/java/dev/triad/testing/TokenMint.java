package dev.triad.testing;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Makes tokens, good ones and bad ones, without any library that would refuse to. */
public final class TokenMint {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private final PrivateKey key;
    private final Map<String, Object> claims;

    private TokenMint(PrivateKey key, Map<String, Object> claims) {
        this.key = key;
        this.claims = claims;
    }

    /** Of the issuer that a service trusts in a test. */
    public static TokenMint of(String keyInBase64) {
        return new TokenMint(privateKey(keyInBase64), new LinkedHashMap<>())
                .with("iss", IssuerTestResource.ISSUER)
                .with("aud", "triad")
                .with("sub", "somebody")
                .with("iat", Instant.now().minus(Duration.ofHours(2)).getEpochSecond())
                .with("exp", Instant.now().plus(Duration.ofHours(1)).getEpochSecond());
    }

    /** For somebody with roles and groups. */
    public TokenMint holder(List<String> roles, List<String> groups) {
        return with("groups", roles).with("urn:triad:groups", groups);
    }

    /** With another value of a claim. */
    public TokenMint with(String claim, Object value) {
        Map<String, Object> changed = new LinkedHashMap<>(claims);
        changed.put(claim, value);
        return new TokenMint(key, changed);
    }

    /** Without a claim. */
    public TokenMint without(String claim) {
        Map<String, Object> changed = new LinkedHashMap<>(claims);
        changed.remove(claim);
        return new TokenMint(key, changed);
    }

    /** Signed by another key. */
    public TokenMint by(PrivateKey other) {
        return new TokenMint(other, claims);
    }

    /** As it should be. */
    public String signed() {
        String unsigned = unsigned("RS256");
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(key);
            signature.update(unsigned.getBytes(StandardCharsets.US_ASCII));
            return unsigned + '.' + BASE64.encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** It says of itself that it is not signed. */
    public String ofNoAlgorithm() {
        return unsigned("none") + '.';
    }

    /** Signed by a secret that everybody knows, the text of the public key. */
    public String bySecret(byte[] secret) {
        String unsigned = unsigned("HS256");
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            return unsigned + '.' + BASE64.encodeToString(mac.doFinal(unsigned.getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private String unsigned(String algorithm) {
        return part(Map.of("alg", algorithm, "typ", "JWT")) + '.' + part(claims);
    }

    private static String part(Map<String, Object> json) {
        try {
            return BASE64.encodeToString(JSON.writeValueAsBytes(json));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static PrivateKey privateKey(String base64) {
        try {
            return KeyFactory.getInstance("RSA")
                    .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(base64)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
