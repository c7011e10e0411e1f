package dev.triad.ledger.stream;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.OptionalLong;
import javax.crypto.Cipher;
import javax.crypto.spec.SecretKeySpec;

/**
 * Hides the numbers of entries from readers, as their differences would tell how much other groups post. A number is one
 * block of AES by a key that lasts as long as the run that numbered the entries.
 */
final class Seal {
    private static final int BYTES = 16;
    private static final String TRANSFORMATION = "AES/ECB/NoPadding";

    private final SecretKeySpec key;

    Seal() {
        byte[] random = new byte[BYTES];
        new SecureRandom().nextBytes(random);
        key = new SecretKeySpec(random, "AES");
    }

    /** The number as 32 hexadecimal digits, which say nothing to whoever has not the key. */
    String seal(long number) {
        ByteBuffer block = ByteBuffer.allocate(BYTES).putLong(0).putLong(number);
        return HexFormat.of().formatHex(crypt(Cipher.ENCRYPT_MODE, block.array()));
    }

    /** The number that was sealed; empty when this seal did not make the text. */
    OptionalLong open(String sealed) {
        ByteBuffer block =
                ByteBuffer.wrap(crypt(Cipher.DECRYPT_MODE, HexFormat.of().parseHex(sealed)));
        return block.getLong() == 0 ? OptionalLong.of(block.getLong()) : OptionalLong.empty();
    }

    private byte[] crypt(int mode, byte[] block) {
        try {
            Cipher cipher = Cipher.getInstance(TRANSFORMATION);
            cipher.init(mode, key);
            return cipher.doFinal(block);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has AES", e);
        }
    }
}
