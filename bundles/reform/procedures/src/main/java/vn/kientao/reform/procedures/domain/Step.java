package vn.kientao.reform.procedures.domain;

import static java.util.Objects.requireNonNull;

/**
 * One step of the sequence (trình tự thực hiện).
 *
 * @param number from 1; 0 when the text is not divided into numbered steps
 */
public record Step(int number, String text) {

    public Step {
        requireNonNull(text, "text");
        if (number < 0) {
            throw new IllegalArgumentException("step " + number + " (expected: >= 0)");
        }
    }
}
