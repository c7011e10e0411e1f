package dev.triad.ledger.stream;

import java.security.SecureRandom;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a reader is: the run of the ledger, and how many entries it had posted. Written {@code 7h3k9x2m-10424}, or sealed,
 * where not every reader may know how many there are.
 *
 * @param epoch names one run of one ledger
 * @param sequence of the entry, from 1; 0 before the first
 * @param seal hides the sequence; null where it may be seen
 */
record StreamId(String epoch, long sequence, @Nullable Seal seal) {
    private static final Pattern FORM = Pattern.compile("([0-9a-z]{8})-(\\d{1,18})");
    private static final Pattern SEALED = Pattern.compile("([0-9a-z]{8})-([0-9a-f]{32})");
    private static final int RADIX = 36;
    private static final int EPOCH_LENGTH = 8;

    static Optional<StreamId> parse(String text) {
        Matcher form = FORM.matcher(text);
        return form.matches()
                ? Optional.of(new StreamId(form.group(1), Long.parseLong(form.group(2)), null))
                : Optional.empty();
    }

    /** What was written by this seal, if there is one. */
    static Optional<StreamId> parse(String text, @Nullable Seal seal) {
        if (seal == null) {
            return parse(text);
        }
        Matcher form = SEALED.matcher(text);
        if (!form.matches()) {
            return Optional.empty();
        }
        OptionalLong sequence = seal.open(form.group(2));
        return sequence.isPresent()
                ? Optional.of(new StreamId(form.group(1), sequence.getAsLong(), seal))
                : Optional.empty();
    }

    /** The name of a run, which no other has. */
    static String newEpoch() {
        SecureRandom random = new SecureRandom();
        StringBuilder epoch = new StringBuilder();
        for (int i = 0; i < EPOCH_LENGTH; i++) {
            epoch.append(Character.forDigit(random.nextInt(RADIX), RADIX));
        }
        return epoch.toString();
    }

    @Override
    public String toString() {
        return epoch + '-' + (seal == null ? String.valueOf(sequence) : seal.seal(sequence));
    }
}
