package vn.kientao.reform.procedures.web.dossier;

import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import vn.kientao.platform.api.text.Texts;
import vn.kientao.reform.procedures.domain.dossier.DossierStatus;

/** How a dossier's state is shown: a word and one of the five kinds of tag. */
public final class DossierWords {
    private DossierWords() {}

    /** A tag: its style class and its words. */
    public record Tag(String style, String text) {}

    /** The tag of a status. */
    public static Tag status(DossierStatus status, Texts texts) {
        String style = switch (status) {
            case REGISTERED, WITHDRAWN, STOPPED, REFUSED -> "kt-tag";
            case RECEIVED, PROCESSING -> "kt-tag kt-tag-progress";
            case SUPPLEMENT_ASKED, PAYMENT_ASKED, FINISHED -> "kt-tag kt-tag-need";
            case HANDED_OVER -> "kt-tag kt-tag-done";
        };
        return new Tag(style, texts.get(status.textKey()));
    }

    /** The tag of a due date that is missed or met today; empty when there is nothing to say. */
    public static Optional<Tag> due(
            LocalDateTime due, Optional<LocalDateTime> finished, boolean running, LocalDateTime now, Texts texts) {
        LocalDateTime end = finished.orElse(now);
        if (!running && finished.isEmpty()) {
            return Optional.empty();
        }
        if (due.isBefore(end.truncatedTo(ChronoUnit.MINUTES))) {
            long days = ChronoUnit.DAYS.between(due.toLocalDate(), end.toLocalDate());
            String words = days == 0 ? texts.get("dossier.late.today") : texts.get("dossier.late.days", "" + days);
            return Optional.of(new Tag("kt-tag kt-tag-late", words));
        }
        return running && due.toLocalDate().equals(now.toLocalDate())
                ? Optional.of(new Tag("kt-tag kt-tag-need", texts.get("dossier.due.today")))
                : Optional.empty();
    }
}
