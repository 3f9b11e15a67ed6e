package vn.kientao.reform.steering.domain.report;

import static java.util.Objects.requireNonNull;

import java.time.LocalDateTime;

/** Something that was done to a report. */
public record ReportEvent(LocalDateTime at, ReportAction action, String agency, String account, String note) {
    public ReportEvent {
        requireNonNull(at, "at");
        requireNonNull(action, "action");
        requireNonNull(agency, "agency");
        requireNonNull(account, "account");
        requireNonNull(note, "note");
    }
}
