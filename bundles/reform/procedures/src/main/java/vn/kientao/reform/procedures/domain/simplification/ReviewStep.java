package vn.kientao.reform.procedures.domain.simplification;

import static java.util.Objects.requireNonNull;

import java.time.LocalDateTime;

/**
 * Somebody took a sheet to a stage.
 *
 * @param at in the time of Viet Nam
 * @param account id of whoever did it
 * @param who that person's name then
 * @param note in that person's words; may be empty
 */
public record ReviewStep(Stage stage, LocalDateTime at, String account, String who, String note) {
    public ReviewStep {
        requireNonNull(stage, "stage");
        requireNonNull(at, "at");
        requireNonNull(account, "account");
        requireNonNull(who, "who");
        requireNonNull(note, "note");
    }
}
