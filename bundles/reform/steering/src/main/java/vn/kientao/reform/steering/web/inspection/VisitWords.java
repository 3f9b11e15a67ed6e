package vn.kientao.reform.steering.web.inspection;

import vn.kientao.reform.steering.domain.inspection.FindingState;
import vn.kientao.reform.steering.domain.inspection.VisitState;

/** How visits and findings look on pages. */
final class VisitWords {
    private VisitWords() {}

    static String style(VisitState state) {
        return switch (state) {
            case PLANNED, VISITED -> "kt-tag kt-tag-progress";
            case NOTICED, REMEDIED -> "kt-tag kt-tag-need";
            case CLOSED -> "kt-tag kt-tag-done";
            case CANCELLED -> "kt-tag";
        };
    }

    static String style(FindingState state) {
        return switch (state) {
            case OPEN -> "kt-tag kt-tag-late";
            case REPORTED -> "kt-tag kt-tag-need";
            case REMEDIED -> "kt-tag kt-tag-done";
            case NOTHING_TO_DO -> "kt-tag";
        };
    }
}
