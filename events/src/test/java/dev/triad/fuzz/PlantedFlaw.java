package dev.triad.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;

/** A fuzz test that no random input fails, but one that is put together letter by letter where the code branches. */
class PlantedFlaw {
    private static final String WORD = "triad";

    @FuzzTest
    void spelled(byte[] input) {
        int right = 0;
        while (right < input.length && right < WORD.length() && input[right] == WORD.charAt(right)) {
            right++;
        }
        if (right == WORD.length()) {
            throw new IllegalStateException("spelled");
        }
    }
}
