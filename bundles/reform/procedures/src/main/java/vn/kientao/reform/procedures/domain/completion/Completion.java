package vn.kientao.reform.procedures.domain.completion;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import vn.kientao.reform.procedures.domain.DeadlineUnit;
import vn.kientao.reform.procedures.domain.Gap;

/**
 * What a person completed in a version: the value with its unit, where it comes from, and who says so.
 *
 * @param place of the gap in its version, from 0
 * @param amount of a time limit
 * @param unit what the amount counts; there is no amount without
 * @param originals of a paper
 * @param copies of a paper
 * @param words fees one a line, or other words
 * @param source the words of the source that says so, such as {@code Quyết định 163/QĐ-UBND, Phụ lục I, mục 2}
 * @param who the name of the person as it was then
 */
public record Completion(
        int place,
        Gap gap,
        Optional<BigDecimal> amount,
        Optional<DeadlineUnit> unit,
        Optional<Integer> originals,
        Optional<Integer> copies,
        String words,
        String source,
        String account,
        String who,
        Instant at) {

    public Completion {
        requireNonNull(gap, "gap");
        requireNonNull(amount, "amount");
        requireNonNull(unit, "unit");
        requireNonNull(originals, "originals");
        requireNonNull(copies, "copies");
        requireNonNull(words, "words");
        requireNonNull(source, "source");
        requireNonNull(account, "account");
        requireNonNull(who, "who");
        requireNonNull(at, "at");
        if (amount.isPresent() != unit.isPresent()) {
            throw new IllegalArgumentException(
                    "a number " + amount + " with unit " + unit + " (expected: both or none)");
        }
        if (source.isBlank()) {
            throw new IllegalArgumentException("completion without a source");
        }
    }
}
