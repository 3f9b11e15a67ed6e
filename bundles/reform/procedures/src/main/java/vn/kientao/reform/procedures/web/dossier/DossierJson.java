package vn.kientao.reform.procedures.web.dossier;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.kientao.platform.api.text.Formats;
import vn.kientao.platform.api.time.DueDate.CountedDay;
import vn.kientao.reform.procedures.domain.dossier.Appointment;
import vn.kientao.reform.procedures.domain.dossier.Dossier;
import vn.kientao.reform.procedures.domain.dossier.DossierEvent;
import vn.kientao.reform.procedures.domain.dossier.DossierResult;
import vn.kientao.reform.procedures.domain.dossier.DossierRow;
import vn.kientao.reform.procedures.domain.dossier.Owner;
import vn.kientao.reform.procedures.domain.dossier.ReceivedPaper;

/** A dossier for programs. Times carry the offset of Viet Nam; statuses and channels are numbers of the national lists. */
public record DossierJson(
        String code,
        long version,
        int status,
        String procedureCode,
        long procedureVersion,
        String procedureName,
        String field,
        int channel,
        String applicantKind,
        String applicantName,
        String applicantIdNumber,
        String applicantAddress,
        String applicantPhone,
        String applicantEmail,
        @Nullable String ownerName,
        @Nullable String ownerAddress,
        String content,
        int sets,
        int resultBy,
        List<ReceivedPaper> papers,
        OffsetDateTime receivedAt,
        OffsetDateTime dueAt,
        @Nullable String dueReason,
        @Nullable String ruleSet,
        List<Day> countedDays,
        String place,
        @Nullable DossierResult result,
        @Nullable OffsetDateTime finishedAt,
        @Nullable OffsetDateTime handedOverAt,
        List<Event> events) {

    /** A day on the way to the due date; number 0 does not count. */
    public record Day(LocalDate day, String kind, int number) {
        static Day of(CountedDay counted) {
            return new Day(counted.day().day(), counted.day().kind().name(), counted.number());
        }
    }

    /** A step of the timeline. */
    public record Event(
            long version, OffsetDateTime at, String action, int status, String who, String place, String note) {
        static Event of(DossierEvent event) {
            return new Event(
                    event.version(),
                    offset(event.at()),
                    event.action().word(),
                    event.status().number(),
                    event.who(),
                    event.place(),
                    event.note());
        }
    }

    /** A dossier in a list. */
    public record Row(
            String code,
            int status,
            String procedureName,
            String field,
            String applicantName,
            OffsetDateTime receivedAt,
            OffsetDateTime dueAt,
            @Nullable OffsetDateTime finishedAt,
            String place) {
        static Row of(DossierRow row) {
            return new Row(
                    row.code().toString(),
                    row.status().number(),
                    row.procedure(),
                    row.field(),
                    row.applicant(),
                    offset(row.receivedAt()),
                    offset(row.dueAt()),
                    row.finishedAt().map(DossierJson::offset).orElse(null),
                    row.place());
        }
    }

    /** @param next the value of {@code after} for the next page; null on the last one */
    public record Listing(List<Row> items, @Nullable Long next) {}

    static DossierJson of(Dossier dossier) {
        var submission = dossier.submission();
        var applicant = submission.applicant();
        Optional<Appointment.Counted> counted =
                dossier.appointment() instanceof Appointment.Counted c ? Optional.of(c) : Optional.empty();
        String reason = dossier.appointment() instanceof Appointment.SetByHand set ? set.reason() : null;
        return new DossierJson(
                dossier.code().toString(),
                dossier.version(),
                dossier.status().number(),
                dossier.procedure().code(),
                dossier.procedure().versionId(),
                dossier.procedure().name(),
                dossier.procedure().field(),
                submission.channel().number(),
                applicant.kind().word(),
                applicant.name(),
                applicant.idNumber(),
                applicant.address(),
                applicant.phone(),
                applicant.email(),
                submission.owner().map(Owner::name).orElse(null),
                submission.owner().map(Owner::address).orElse(null),
                submission.content(),
                submission.sets(),
                submission.resultBy().number(),
                submission.papers(),
                offset(dossier.receivedAt()),
                offset(dossier.appointment().due()),
                reason,
                counted.map(c -> c.rule().code()).orElse(null),
                counted.map(c -> c.days().stream().map(Day::of).toList()).orElse(List.of()),
                dossier.place(),
                dossier.result().orElse(null),
                dossier.finishedAt().map(DossierJson::offset).orElse(null),
                dossier.handedOverAt().map(DossierJson::offset).orElse(null),
                dossier.events().stream().map(Event::of).toList());
    }

    private static OffsetDateTime offset(LocalDateTime time) {
        return time.atZone(Formats.ZONE).toOffsetDateTime();
    }
}
