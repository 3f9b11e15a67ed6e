package vn.kientao.reform.procedures.app.publication;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import vn.kientao.platform.api.time.WorkingCalendar;
import vn.kientao.reform.procedures.domain.publication.Duty;
import vn.kientao.reform.procedures.domain.publication.PublicationRule;
import vn.kientao.reform.procedures.domain.publication.Way;

/** The last days on which the duties of publication are done in time, by the rules in force. */
final class Clocks {
    private final WorkingCalendar calendar;
    private final List<PublicationRule> rules;

    Clocks(WorkingCalendar calendar, List<PublicationRule> rules) {
        this.calendar = calendar;
        this.rules = List.copyOf(rules);
    }

    /** By when to announce; empty while the day it counts from is not known. */
    Optional<LocalDate> announceBy(
            Way way, Optional<LocalDate> lawSigned, Optional<LocalDate> effective, LocalDate today) {
        return rule(Duty.ANNOUNCE, way, today)
                .flatMap(rule -> (rule.from() == PublicationRule.From.EFFECT ? effective : lawSigned)
                        .map(day -> rule.last(day, calendar::isWorking)));
    }

    /** By when to upload what was signed on {@code signed}. */
    Optional<LocalDate> uploadBy(Way way, LocalDate signed) {
        return rule(Duty.UPLOAD, way, signed).map(rule -> rule.last(signed, calendar::isWorking));
    }

    /** The rule in force on the day. */
    Optional<PublicationRule> rule(Duty duty, Way way, LocalDate day) {
        return rules.stream()
                .filter(rule -> rule.duty() == duty && rule.way() == way && rule.validOn(day))
                .reduce((earlier, later) -> later);
    }
}
