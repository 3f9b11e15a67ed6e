package vn.kientao.reform.procedures.domain;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * One row of the manner of carrying out (cách thức thực hiện): a way to hand in, with its own time limit and fees. A
 * procedure may have several rows of one kind, when its cases or stages differ.
 *
 * @param fees in published order, never empty: at least one line that says nothing
 * @param note the description of the row (mô tả); often names the case it is about
 */
public record Channel(ChannelKind kind, Deadline deadline, List<Fee> fees, String note) {

    public Channel {
        requireNonNull(kind, "kind");
        requireNonNull(deadline, "deadline");
        fees = List.copyOf(fees);
        requireNonNull(note, "note");
        if (fees.isEmpty()) {
            throw new IllegalArgumentException("channel " + kind + " has no fee line (expected: at least one)");
        }
    }
}
