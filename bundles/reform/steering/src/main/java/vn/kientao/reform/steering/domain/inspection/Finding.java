package vn.kientao.reform.steering.domain.inspection;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What a visit found.
 *
 * @param area code of an area of the reform
 * @param words what was found
 * @param ground the law or rule behind it (căn cứ)
 * @param criterion code of the score criterion that it bears on; may be empty
 * @param remedy what the unit says it did; empty until then
 * @param answer what the inspector says about that; may be empty
 * @param remediedOn when the remedy was accepted
 */
public record Finding(
        long id,
        long version,
        FindingKind kind,
        String area,
        String words,
        String ground,
        String criterion,
        FindingState state,
        LocalDate foundOn,
        String remedy,
        String answer,
        Optional<LocalDate> remediedOn) {
    public Finding {
        requireNonNull(kind, "kind");
        requireNonNull(area, "area");
        requireNonNull(words, "words");
        requireNonNull(ground, "ground");
        requireNonNull(criterion, "criterion");
        requireNonNull(state, "state");
        requireNonNull(foundOn, "foundOn");
        requireNonNull(remedy, "remedy");
        requireNonNull(answer, "answer");
        requireNonNull(remediedOn, "remediedOn");
    }

    /** One that was just entered. */
    public static Finding found(
            FindingKind kind, String area, String words, String ground, String criterion, LocalDate on) {
        FindingState state = kind.remediable() ? FindingState.OPEN : FindingState.NOTHING_TO_DO;
        return new Finding(0, 1, kind, area, words, ground, criterion, state, on, "", "", Optional.empty());
    }

    public Finding reported(String what) {
        return with(FindingState.REPORTED, what, answer, Optional.empty());
    }

    public Finding accepted(LocalDate on) {
        return with(FindingState.REMEDIED, remedy, answer, Optional.of(on));
    }

    public Finding returned(String why) {
        return with(FindingState.OPEN, remedy, why, Optional.empty());
    }

    private Finding with(FindingState next, String done, String said, Optional<LocalDate> on) {
        return new Finding(id, version, kind, area, words, ground, criterion, next, foundOn, done, said, on);
    }
}
