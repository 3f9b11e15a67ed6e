package vn.kientao.reform.procedures.app.dossier;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.security.AuditTrail;
import vn.kientao.platform.api.time.DeadlineTerms;
import vn.kientao.platform.api.time.Deadlines;
import vn.kientao.platform.api.time.DueDate;
import vn.kientao.platform.api.time.TimeLimit;
import vn.kientao.platform.api.time.WorkingCalendar;
import vn.kientao.reform.procedures.app.dossier.DeskProcedure.StatedLimit;
import vn.kientao.reform.procedures.domain.attachment.ScanPlaces;
import vn.kientao.reform.procedures.domain.dossier.Appointment;
import vn.kientao.reform.procedures.domain.dossier.DeadlineRule;
import vn.kientao.reform.procedures.domain.dossier.Dossier;
import vn.kientao.reform.procedures.domain.dossier.DossierAction;
import vn.kientao.reform.procedures.domain.dossier.DossierChannel;
import vn.kientao.reform.procedures.domain.dossier.DossierCode;
import vn.kientao.reform.procedures.domain.dossier.DossierEvent;
import vn.kientao.reform.procedures.domain.dossier.DossierStatus;
import vn.kientao.reform.procedures.domain.dossier.Places;
import vn.kientao.reform.procedures.domain.dossier.RuleSettings;
import vn.kientao.reform.procedures.domain.dossier.Standing;
import vn.kientao.reform.procedures.domain.dossier.Submission;
import vn.kientao.reform.procedures.store.ProcedureTables;
import vn.kientao.reform.procedures.store.dossier.DeadlineRules;
import vn.kientao.reform.procedures.store.competence.SentDossiers;
import vn.kientao.reform.procedures.store.dossier.DossierChanges;
import vn.kientao.reform.procedures.store.dossier.DossierCodes;
import vn.kientao.reform.procedures.store.dossier.DossierReader;
import vn.kientao.reform.procedures.store.dossier.DossierWriter;
import vn.kientao.reform.procedures.store.dossier.NewDossier;

/** Receives dossiers: counts the due date, issues the code, keeps the dossier with its first event and audit entry. */
@Component(service = DossierDesk.class)
public final class DossierDesk {
    private static final String REVIEW = "Xem xét hồ sơ";
    private static final LocalTime CLOSING = LocalTime.of(17, 0);
    private static final Logger log = LoggerFactory.getLogger(DossierDesk.class);

    private final Database database;
    private final Deadlines deadlines;
    private final WorkingCalendar calendar;
    private final AuditTrail auditTrail;
    private final TrackingKeys trackingKeys = new TrackingKeys();
    private final DeadlineRules rules = new DeadlineRules();
    private final DossierCodes codes = new DossierCodes();
    private final DossierWriter writer = new DossierWriter();
    private final DossierChanges changes = new DossierChanges();
    private final DossierReader reader = new DossierReader();
    private final SentDossiers sent = new SentDossiers();
    private final PaperFiles files;

    @Activate
    public DossierDesk(
            @Reference Database database,
            @Reference Deadlines deadlines,
            @Reference WorkingCalendar calendar,
            @Reference AuditTrail auditTrail,
            @Reference ProcedureTables tables) {
        this.database = database;
        this.deadlines = deadlines;
        this.calendar = calendar;
        this.auditTrail = auditTrail;
        this.files = new PaperFiles(auditTrail);
    }

    /**
     * When a dossier received at {@code received} would be due. Empty when the procedure states no time limit that can be
     * counted, or no rule is in force that day: then an officer sets the date.
     */
    public Optional<Appointment> appointment(DeskProcedure procedure, DossierChannel channel, LocalDateTime received) {
        return appointment(procedure, channel, received, "");
    }

    /** The same by the office hours of an agency. */
    public Optional<Appointment> appointment(
            DeskProcedure procedure, DossierChannel channel, LocalDateTime received, String agency) {
        StatedLimit stated = procedure.limit(channel);
        return stated.limit()
                .flatMap(limit -> database.read(handle -> rules.on(handle, received.toLocalDate()))
                        .map(rule -> {
                            DueDate due = deadlines.due(received, limit, rule.reading(), DeadlineTerms.of(agency));
                            return new Appointment.Counted(
                                    due.due(), limit, stated.text(), rule, due.countedFrom(), due.days());
                        }));
    }

    /** A due date that an officer sets: the end of that day. */
    public Appointment setByHand(DeskProcedure procedure, DossierChannel channel, LocalDate day, String reason) {
        return new Appointment.SetByHand(
                day.atTime(CLOSING), procedure.limit(channel).text(), reason);
    }

    /** Whether the desk is open on that day, so that a result can be promised for it. */
    public boolean open(LocalDate day) {
        return calendar.isWorking(day);
    }

    /**
     * Receives a dossier (Decree 61/2018/NĐ-CP, Article 17). A repetition with the same key by the same account answers
     * with the dossier that the first one made.
     */
    public Dossier receive(DeskProcedure procedure, Submission submission, Appointment appointment, Doer doer) {
        return receive(procedure, submission, appointment, doer, Optional.empty());
    }

    /** The same with the scans of the intake form, which become files of the dossier in the same transaction. */
    public Dossier receive(
            DeskProcedure procedure,
            Submission submission,
            Appointment appointment,
            Doer doer,
            Optional<ScanPlaces> scans) {
        Arrival arrival = new Arrival(DossierAction.RECEIVE, DossierStatus.RECEIVED, Places.at(doer.agency()), scans);
        return arrive(procedure, submission, appointment, doer, arrival);
    }

    /**
     * Registers what was handed in and is not yet looked at, or is not complete: its code is issued, no result is promised.
     * It must be looked at within the working hours of the rule set. A repetition answers as of {@link #receive}.
     *
     * @param places where it was handed in and who is competent, as far as that is known
     */
    public Dossier register(DeskProcedure procedure, Submission submission, Places places, Doer doer) {
        return register(procedure, submission, places, doer, Optional.empty());
    }

    /** The same with the scans of the intake form. */
    public Dossier register(
            DeskProcedure procedure, Submission submission, Places places, Doer doer, Optional<ScanPlaces> scans) {
        Arrival arrival = new Arrival(DossierAction.REGISTER, DossierStatus.REGISTERED, places, scans);
        return arrive(procedure, submission, review(doer), doer, arrival);
    }

    private Appointment review(Doer doer) {
        Optional<DeadlineRule> rule =
                database.read(handle -> rules.on(handle, doer.at().toLocalDate()));
        TimeLimit limit = new TimeLimit(
                rule.map(DeadlineRule::settings)
                        .orElse(RuleSettings.OF_DECREE_61)
                        .reviewHours(),
                TimeLimit.Unit.WORKING_HOUR);
        Deadlines.Reading reading = rule.map(DeadlineRule::reading).orElse(Deadlines.Reading.CIVIL_CODE);
        DueDate due = deadlines.due(doer.at(), limit, reading, DeadlineTerms.of(doer.agency()));
        return rule.<Appointment>map(inForce -> Appointment.Counted.of(due, limit, "", inForce))
                .orElseGet(() -> new Appointment.SetByHand(due.due(), "", REVIEW));
    }

    private Dossier arrive(
            DeskProcedure procedure, Submission submission, Appointment appointment, Doer doer, Arrival arrival) {
        Optional<String> onceKey = doer.onceKey().map(key -> doer.account() + " " + key);
        return database.write(transaction -> {
            Optional<Dossier> before = made(transaction, doer.agency(), onceKey);
            if (before.isPresent()) {
                return before.get();
            }
            notSentOn(transaction, doer.agency(), onceKey);
            DossierCode code = codes.next(transaction, doer.agency(), doer.at().toLocalDate());
            // Whoever holds the day's counter sees what those before it have made.
            return made(transaction, doer.agency(), onceKey)
                    .orElseGet(
                            () -> keep(transaction, procedure, submission, appointment, doer, code, onceKey, arrival));
        });
    }

    private Optional<Dossier> made(Handle transaction, String agency, Optional<String> onceKey) {
        return onceKey.flatMap(key -> reader.codeByOnceKey(transaction, agency, key))
                .flatMap(code -> reader.find(transaction, code));
    }

    private void notSentOn(Handle transaction, String agency, Optional<String> onceKey) {
        onceKey.flatMap(key -> sent.codeByOnceKey(transaction, agency, key)).ifPresent(code -> {
            throw new SentOnException(code);
        });
    }

    private Dossier keep(
            Handle transaction,
            DeskProcedure procedure,
            Submission submission,
            Appointment appointment,
            Doer doer,
            DossierCode code,
            Optional<String> onceKey,
            Arrival arrival) {
        Optional<DeadlineRule> rule =
                appointment.countedBy().or(() -> rules.on(transaction, doer.at().toLocalDate()));
        long id = writer.insert(
                transaction,
                new NewDossier(
                        code,
                        doer.agency(),
                        onceKey,
                        trackingKeys.next(),
                        procedure.receivedUnder(),
                        submission,
                        doer.at(),
                        appointment,
                        arrival.status(),
                        Standing.received(arrival.places(), doer.at(), appointment, rule)));
        changes.add(
                transaction,
                id,
                new DossierEvent(
                        1, doer.at(), arrival.action(), arrival.status(), doer.account(), doer.name(), "", ""));
        files.keep(transaction, id, code, submission.papers(), arrival.scans(), doer);
        auditTrail.record(
                transaction,
                doer.audit()
                        .entry(
                                "procedures." + arrival.action().word(),
                                "dossier",
                                code.toString(),
                                "{\"procedure\":\"" + procedure.code() + "\",\"due\":\"" + appointment.due() + "\"}"));
        log.info("Dossier {} of {}: {}", code, doer.agency(), arrival.action().word());
        return reader.find(transaction, code).orElseThrow();
    }

    /** How a dossier comes in. */
    private record Arrival(DossierAction action, DossierStatus status, Places places, Optional<ScanPlaces> scans) {}
}
