package vn.kientao.reform.procedures.domain.paper;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What an officer adds to the data of the dossier.
 *
 * @param reason empty where the kind asks for none
 * @param items papers to bring or to correct, one each; empty where the kind asks for none
 * @param day the new due date
 */
public record PaperDetails(String reason, List<String> items, Optional<LocalDate> day) {
    public static final PaperDetails NONE = new PaperDetails("", List.of(), Optional.empty());

    public PaperDetails {
        requireNonNull(reason, "reason");
        items = List.copyOf(items);
        requireNonNull(day, "day");
    }
}
