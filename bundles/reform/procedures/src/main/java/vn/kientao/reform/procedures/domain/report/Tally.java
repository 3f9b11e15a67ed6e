package vn.kientao.reform.procedures.domain.report;

import static java.util.Objects.requireNonNull;

import vn.kientao.reform.procedures.domain.dossier.DossierChannel;

/**
 * So many dossiers that are alike in everything that a report asks.
 *
 * @param row field or agency, whatever the rows of the report are
 */
public record Tally(String row, Slice slice, Heading heading, DossierChannel channel, Timing timing, long dossiers) {
    public Tally {
        requireNonNull(row, "row");
        requireNonNull(slice, "slice");
        requireNonNull(heading, "heading");
        requireNonNull(channel, "channel");
        requireNonNull(timing, "timing");
        if (dossiers < 0) {
            throw new IllegalArgumentException(dossiers + " dossiers (expected: >= 0)");
        }
    }
}
