package vn.kientao.reform.procedures.store.dossier;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jdbi.v3.core.statement.Update;
import vn.kientao.platform.api.text.Folding;
import vn.kientao.reform.procedures.domain.dossier.Applicant;
import vn.kientao.reform.procedures.domain.dossier.Appointment;
import vn.kientao.reform.procedures.domain.dossier.DeadlineRule;
import vn.kientao.reform.procedures.domain.dossier.Owner;
import vn.kientao.reform.procedures.domain.dossier.Places;
import vn.kientao.reform.procedures.domain.dossier.ReceivedPaper;
import vn.kientao.reform.procedures.domain.dossier.Standing;
import vn.kientao.reform.procedures.domain.dossier.Submission;

/** Keeps new dossiers with their papers. */
public final class DossierWriter {
    private static final String INSERT = """
            INSERT INTO procedures.dossier (
                   version, agency_code, unit_id, received_on, day_number, code, once_key, tracking_key,
                   status, running, list_key,
                   procedure_version_id, procedure_code, procedure_name, field, variant_id,
                   channel, applicant_kind, applicant_name, applicant_id_number, applicant_address,
                   applicant_phone, applicant_email, owner_name, owner_address, content, sets, result_by,
                   received_at, due_at, limit_text, limit_amount, limit_unit, rule_id, counted_from, counted_days,
                   due_reason, place, handed_to, search_text,
                   support_place, competent_agency, routed, submitted_at, clock_from, first_due_at, changed_at,
                   kept_version)
            VALUES (1, :agency, :unit, :day, :number, :code, :once, :trackingKey,
                   :status, TRUE, 0,
                   :versionId, :procedureCode, :procedureName, :field, :variant,
                   :channel, :kind, :name, :idNumber, :address,
                   :phone, :email, :ownerName, :ownerAddress, :content, :sets, :resultBy,
                   :receivedAt, :dueAt, :limitText, :limitAmount, :limitUnit, :rule, :countedFrom, :countedDays,
                   :dueReason, '', '', :searchText,
                   :support, :competent, :routed, :submittedAt, :clockFrom, :firstDue, :receivedAt,
                   1)
            """;
    private static final String PUT_IN_ORDER = """
            UPDATE procedures.dossier
               SET list_key = ?
             WHERE id = ?
            """;
    private static final String INSERT_PAPER = """
            INSERT INTO procedures.dossier_paper (
                   dossier_id, place, name, originals, certified, copies, received, digital, source)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;
    private static final String REMEMBER_FIELD = """
            INSERT INTO procedures.dossier_field (agency_code, field)
            SELECT :agency, :field
             WHERE NOT EXISTS (SELECT 1 FROM procedures.dossier_field
                                WHERE agency_code = :agency AND field = :field)
            ON CONFLICT DO NOTHING
            """;

    private final DossierTally tally = new DossierTally();
    private final WordIndex words = new WordIndex();

    /** Keeps the dossier as received and returns its id. */
    public long insert(Handle transaction, NewDossier dossier) {
        Update insert = transaction.createUpdate(INSERT);
        bind(insert, dossier);
        long id = insert.executeAndReturnGeneratedKeys("id")
                .map((row, context) -> row.getLong("id"))
                .one();
        long listKey = ListKey.running(dossier.appointment().due(), id);
        transaction.execute(PUT_IN_ORDER, listKey, id);
        words.add(transaction, List.of(WordIndex.Texts.of(id, dossier, listKey)));
        tally.keep(transaction, new DossierTally.Change().comesTo(place(dossier, listKey)));
        insertPapers(transaction, id, dossier.submission().papers());
        transaction
                .createUpdate(REMEMBER_FIELD)
                .bind("agency", dossier.agency())
                .bind("field", dossier.procedure().field())
                .execute();
        return id;
    }

    /** Where a new dossier stands: on nobody's desk yet. */
    static DossierTally.Place place(NewDossier dossier, long listKey) {
        return new DossierTally.Place(
                dossier.agency(),
                listKey,
                Optional.empty(),
                dossier.standing().places().routed());
    }

    /** Binds everything that a new dossier is; shared with the statement that keeps many. */
    static void bind(SqlStatement<?> insert, NewDossier dossier) {
        bindIdentity(insert, dossier);
        bindSubmission(insert, dossier.submission());
        bindAppointment(insert, dossier.appointment(), dossier.standing().rule());
        bindPlaces(insert, dossier.standing().places(), dossier.agency());
        bindStanding(insert, dossier.standing());
    }

    private static void bindIdentity(SqlStatement<?> insert, NewDossier dossier) {
        insert.bind("agency", dossier.agency())
                .bind("unit", dossier.code().unit())
                .bind("day", dossier.code().day())
                .bind("number", dossier.code().sequence())
                .bind("code", dossier.code().toString())
                .bind("once", dossier.onceKey().orElse(null))
                .bind("trackingKey", dossier.trackingKey())
                .bind("status", dossier.status().number())
                .bind("versionId", dossier.procedure().versionId())
                .bind(
                        "variant",
                        dossier.procedure().variant() == 0
                                ? null
                                : dossier.procedure().variant())
                .bind("procedureCode", dossier.procedure().code())
                .bind("procedureName", dossier.procedure().name())
                .bind("field", dossier.procedure().field())
                .bind("receivedAt", dossier.receivedAt())
                .bind("searchText", searchText(dossier));
    }

    private static void bindSubmission(SqlStatement<?> insert, Submission submission) {
        Applicant applicant = submission.applicant();
        insert.bind("channel", submission.channel().number())
                .bind("kind", applicant.kind().name())
                .bind("name", applicant.name())
                .bind("idNumber", applicant.idNumber())
                .bind("address", applicant.address())
                .bind("phone", applicant.phone())
                .bind("email", applicant.email())
                .bind("ownerName", submission.owner().map(Owner::name).orElse(null))
                .bind("ownerAddress", submission.owner().map(Owner::address).orElse(null))
                .bind("content", submission.content())
                .bind("sets", submission.sets())
                .bind("resultBy", submission.resultBy().number());
    }

    private static void bindStanding(SqlStatement<?> insert, Standing standing) {
        insert.bind("submittedAt", standing.submittedAt())
                .bind("clockFrom", standing.clockFrom())
                .bind("firstDue", standing.firstDue());
    }

    /** Binds where it was handed in and who is competent; whoever has it in the register itself stays empty. */
    static void bindPlaces(SqlStatement<?> update, Places places, String register) {
        update.bind("support", places.support().equals(register) ? null : places.support())
                .bind(
                        "competent",
                        places.competent()
                                .filter(agency -> !agency.equals(register))
                                .orElse(null))
                .bind("routed", places.routed());
    }

    /** Binds a promise; shared with the statement that changes it. */
    static void bindAppointment(SqlStatement<?> insert, Appointment appointment, Optional<DeadlineRule> rule) {
        Optional<Appointment.Counted> counted =
                appointment instanceof Appointment.Counted c ? Optional.of(c) : Optional.empty();
        insert.bind("dueAt", appointment.due())
                .bind("limitText", appointment.limitText())
                .bind("limitAmount", counted.map(c -> c.limit().amount()).orElse(null))
                .bind("limitUnit", counted.map(c -> c.limit().unit().name()).orElse(null))
                .bind(
                        "rule",
                        appointment
                                .countedBy()
                                .or(() -> rule)
                                .map(DeadlineRule::id)
                                .orElse(null))
                .bind(
                        "countedFrom",
                        counted.map(Appointment.Counted::countedFrom).orElse(null))
                .bind(
                        "countedDays",
                        counted.map(c -> CountedDays.write(c.days())).orElse(null))
                .bind("dueReason", appointment instanceof Appointment.SetByHand set ? set.reason() : null);
    }

    private static void insertPapers(Handle transaction, long id, List<ReceivedPaper> papers) {
        if (papers.isEmpty()) {
            return;
        }
        var batch = transaction.prepareBatch(INSERT_PAPER);
        for (int place = 0; place < papers.size(); place++) {
            ReceivedPaper paper = papers.get(place);
            batch.add(
                    id,
                    place + 1,
                    paper.name(),
                    paper.originals(),
                    paper.certified(),
                    paper.copies(),
                    paper.received(),
                    paper.digital().number(),
                    paper.source());
        }
        batch.execute();
    }

    private static String searchText(NewDossier dossier) {
        Applicant applicant = dossier.submission().applicant();
        return Folding.fold(Stream.of(
                        dossier.code().toString(),
                        applicant.name(),
                        applicant.phone(),
                        applicant.idNumber(),
                        dossier.submission().owner().map(Owner::name).orElse(""),
                        dossier.procedure().code(),
                        dossier.procedure().name(),
                        dossier.submission().content())
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(" | ")));
    }
}
