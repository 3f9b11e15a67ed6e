package vn.kientao.reform.procedures.web.publication;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import vn.kientao.platform.api.text.Formats;
import vn.kientao.platform.api.web.Page;
import vn.kientao.reform.procedures.domain.publication.Duty;
import vn.kientao.reform.procedures.domain.publication.Publication;
import vn.kientao.reform.procedures.domain.publication.PublicationState;

/** Puts where a publication stands into words. */
final class PublicationWords {

    private PublicationWords() {}

    static String style(PublicationState state) {
        return switch (state) {
            case DRAFT -> "kt-tag";
            case CHECKED, ANNOUNCED -> "kt-tag kt-tag-progress";
            case IN_FORCE -> "kt-tag kt-tag-done";
            case REPLACED, ABOLISHED, WITHDRAWN -> "kt-tag";
        };
    }

    /** {@code 17/06/2026 (quá 2 ngày)}; empty without a duty. */
    static String due(Page page, Publication publication, LocalDate today) {
        if (publication.duty() == Duty.NONE) {
            return "";
        }
        Optional<LocalDate> due = publication.due();
        if (due.isEmpty()) {
            return page.text("publication.due-unknown");
        }
        long days = ChronoUnit.DAYS.between(today, due.get());
        String left = days < 0
                ? page.text("publication.late", String.valueOf(-days))
                : page.text("publication.left", String.valueOf(days));
        return Formats.date(due.get()) + " (" + left + ")";
    }
}
