package vn.kientao.reform.procedures.domain.dossier;

import static java.util.Objects.requireNonNull;

import java.time.LocalDateTime;

/**
 * An error of the agency in a settled dossier, which it corrects at its own cost (Decree 61/2018/NĐ-CP, Article 21).
 *
 * @param number from 1
 * @param what what was wrong
 * @param responsible who answers for it
 * @param cost in đồng, borne by the agency
 * @param result number of the document that was wrong
 */
public record Correction(
        int number, LocalDateTime at, String what, String responsible, long cost, String result, String document) {
    public Correction {
        requireNonNull(at, "at");
        requireNonNull(what, "what");
        requireNonNull(responsible, "responsible");
        requireNonNull(result, "result");
        requireNonNull(document, "document");
        if (cost < 0) {
            throw new IllegalArgumentException("cost " + cost + " (expected: >= 0 đồng)");
        }
    }
}
