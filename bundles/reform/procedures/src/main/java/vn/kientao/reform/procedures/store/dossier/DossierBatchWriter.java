package vn.kientao.reform.procedures.store.dossier;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import vn.kientao.reform.procedures.domain.dossier.DossierEvent;
import vn.kientao.reform.procedures.domain.dossier.DossierResult;
import vn.kientao.reform.procedures.store.report.SpanBatch;
import vn.kientao.reform.procedures.store.report.SpanEvent;

/** Keeps many dossiers at once with what happened to them before: one batch for each table. One for each import. */
public final class DossierBatchWriter {
    private static final String COUNT_ON = """
            UPDATE procedures.dossier_id_block
               SET last_id = last_id + ?
             WHERE id = 1
            """;
    private static final String LAST = """
            SELECT last_id
              FROM procedures.dossier_id_block
             WHERE id = 1
            """;
    private static final String INSERT = """
            INSERT INTO procedures.dossier (
                   id, version, agency_code, unit_id, received_on, day_number, code, once_key, tracking_key,
                   status, running, list_key,
                   procedure_version_id, procedure_code, procedure_name, field,
                   channel, applicant_kind, applicant_name, applicant_id_number, applicant_address,
                   applicant_phone, applicant_email, owner_name, owner_address, content, sets, result_by,
                   received_at, due_at, limit_text, limit_amount, limit_unit, rule_id, counted_from, counted_days,
                   due_reason, place, handed_to, search_text,
                   support_place, competent_agency, routed, submitted_at, clock_from, first_due_at, changed_at,
                   ended_at, kept_version, result_number, result_summary, result_signer, result_signed_on, result_electronic,
                   finished_at, handed_over_at)
            VALUES (:id, :version, :agency, :unit, :day, :number, :code, :once, :trackingKey,
                   :status, :running, :listKey,
                   :versionId, :procedureCode, :procedureName, :field,
                   :channel, :kind, :name, :idNumber, :address,
                   :phone, :email, :ownerName, :ownerAddress, :content, :sets, :resultBy,
                   :receivedAt, :dueAt, :limitText, :limitAmount, :limitUnit, :rule, :countedFrom, :countedDays,
                   :dueReason, :place, :handedTo, :searchText,
                   :support, :competent, :routed, :submittedAt, :clockFrom, :firstDue, :changedAt,
                   :endedAt, :version, :resultNumber, :resultSummary, :resultSigner, :resultSignedOn, :resultElectronic,
                   :finishedAt, :handedOverAt)
            """;
    private static final String REMEMBER_FIELD = """
            INSERT INTO procedures.dossier_field (agency_code, field)
            VALUES (?, ?)
            ON CONFLICT DO NOTHING
            """;

    /**
     * A dossier with its way until now.
     *
     * @param place room or person that has it
     * @param changedAt when it came here
     * @param events in order; the last one's version is the dossier's
     */
    public record Entry(
            long id,
            NewDossier dossier,
            String place,
            Optional<DossierResult> result,
            Optional<LocalDateTime> finishedAt,
            Optional<LocalDateTime> handedOverAt,
            String handedTo,
            LocalDateTime changedAt,
            List<DossierEvent> events) {
        public Entry {
            events = List.copyOf(events);
        }

        /** The version that it has then. */
        public long version() {
            return events.get(events.size() - 1).version();
        }
    }

    private record Field(String agency, String name) {}

    private final DossierTally tally = new DossierTally();
    private final WordIndex words = new WordIndex();
    /** What this writer has seen to already; a transaction that is lost takes the whole writer with it. */
    private final Set<Field> fieldsThere = ConcurrentHashMap.newKeySet();

    private final Set<WordIndex.Procedure> proceduresThere = ConcurrentHashMap.newKeySet();

    /** Ids for {@code many} dossiers: from the returned one on. */
    public long ids(Handle transaction, int many) {
        transaction.execute(COUNT_ON, many);
        long last = transaction
                .createQuery(LAST)
                .map((row, context) -> row.getLong("last_id"))
                .one();
        return last - many + 1;
    }

    /** Keeps the dossiers, their events, and what reports count of them. */
    public void insert(Handle transaction, List<Entry> entries) {
        try (PreparedBatch dossiers = transaction.prepareBatch(INSERT);
                PreparedBatch events = transaction.prepareBatch(DossierChanges.ADD_EVENT);
                PreparedBatch fields = transaction.prepareBatch(REMEMBER_FIELD);
                SpanBatch spans = new SpanBatch(transaction)) {
            DossierTally.Change counted = new DossierTally.Change();
            for (Entry entry : entries) {
                add(dossiers, entry);
                counted.comesTo(DossierWriter.place(entry.dossier(), listKey(entry)));
                entry.events().forEach(event -> events.add(DossierChanges.columns(entry.id(), event)));
                spans.add(of(entry), facts(entry));
            }
            entries.stream()
                    .map(entry -> new Field(
                            entry.dossier().agency(),
                            entry.dossier().procedure().field()))
                    .filter(fieldsThere::add)
                    .forEach(field -> fields.add(field.agency(), field.name()));
            dossiers.execute();
            events.execute();
            if (fields.size() > 0) {
                fields.execute();
            }
            spans.write();
            tally.keep(transaction, counted);
            List<WordIndex.Texts> texts = entries.stream()
                    .map(entry -> WordIndex.Texts.of(entry.id(), entry.dossier(), listKey(entry)))
                    .toList();
            words.addMany(transaction, texts);
            words.addProcedures(
                    transaction,
                    texts.stream()
                            .map(WordIndex.Procedure::of)
                            .filter(proceduresThere::add)
                            .toList());
        }
    }

    private static long listKey(Entry entry) {
        NewDossier dossier = entry.dossier();
        return dossier.standing()
                .endedAt()
                .map(at -> ListKey.ended(at, entry.id()))
                .orElseGet(() -> ListKey.running(dossier.appointment().due(), entry.id()));
    }

    private static void add(PreparedBatch batch, Entry entry) {
        NewDossier dossier = entry.dossier();
        DossierWriter.bind(batch, dossier);
        batch.bind("id", entry.id())
                .bind("version", entry.version())
                .bind("running", dossier.status().running())
                .bind("listKey", listKey(entry))
                .bind("place", entry.place())
                .bind("handedTo", entry.handedTo())
                .bind("changedAt", entry.changedAt())
                .bind("endedAt", dossier.standing().endedAt().orElse(null))
                .bind("finishedAt", entry.finishedAt().orElse(null))
                .bind("handedOverAt", entry.handedOverAt().orElse(null));
        DossierChanges.bindResult(batch, entry.result());
        batch.add();
    }

    private static SpanBatch.Of of(Entry entry) {
        NewDossier dossier = entry.dossier();
        return new SpanBatch.Of(
                entry.id(),
                dossier.agency(),
                dossier.procedure().field(),
                dossier.procedure().code(),
                dossier.submission().channel().number(),
                dossier.appointment().due());
    }

    private static List<SpanEvent> facts(Entry entry) {
        return entry.events().stream()
                .map(event -> new SpanEvent(event.version(), event.at(), event.status(), event.account()))
                .toList();
    }
}
