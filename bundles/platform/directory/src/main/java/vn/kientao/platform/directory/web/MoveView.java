package vn.kientao.platform.directory.web;

import vn.kientao.platform.api.text.Formats;
import vn.kientao.platform.directory.domain.DeadlineMove;

/** A deadline that would move, ready to be shown. */
public record MoveView(String agency, String subject, String due, String newDue) {

    static MoveView of(DeadlineMove move) {
        return new MoveView(
                move.deadline().agency(),
                move.deadline().subject(),
                Formats.time(move.deadline().due()),
                Formats.time(move.newDue()));
    }
}
