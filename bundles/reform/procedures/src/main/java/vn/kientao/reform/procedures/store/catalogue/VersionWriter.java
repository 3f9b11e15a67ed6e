package vn.kientao.reform.procedures.store.catalogue;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import vn.kientao.platform.api.text.Folding;
import vn.kientao.platform.api.text.Formats;
import vn.kientao.reform.procedures.domain.Excerpts;
import vn.kientao.reform.procedures.domain.Gap;
import vn.kientao.reform.procedures.domain.GapKind;
import vn.kientao.reform.procedures.domain.Procedure;
import vn.kientao.reform.procedures.domain.catalogue.ProcedureSummary;
import vn.kientao.reform.procedures.domain.reading.Field;

/** Keeps versions of an import that no procedure points to yet, and makes them current, all together. */
public final class VersionWriter {
    private static final int LONGEST_LIMIT_TEXT = 1000;
    private static final int LONGEST_GAP_FIELD = 200;
    private static final int LONGEST_CURRENCY = 20;

    private static final String INSERT = """
            INSERT INTO procedures.procedure_version (
                   code, number, fingerprint, import_id, imported_at, valid_from, name, name_plain, name_folded, field,
                   levels, channels, limit_amount, limit_unit, limit_text, limit_varies,
                   fee_kind, fee_amount, fee_currency, fee_varies, gap_kinds, address)
            VALUES (:code, :number, :fingerprint, :import, :at, :day, :name, :plain, :folded, :field,
                   :levels, :channels, :limitAmount, :limitUnit, :limitText, :limitVaries,
                   :feeKind, :feeAmount, :feeCurrency, :feeVaries, :gapKinds, :address)
            """;
    private static final String INSERT_RECORD = """
            INSERT INTO procedures.procedure_record (version_id, place, content)
            VALUES (?, ?, ?)
            """;
    private static final String INSERT_AGENCY = """
            INSERT INTO procedures.procedure_agency (version_id, place, name)
            VALUES (?, ?, ?)
            """;
    private static final String INSERT_GAP = """
            INSERT INTO procedures.procedure_gap (version_id, place, kind, field, content)
            VALUES (?, ?, ?, ?, ?)
            """;
    private static final String SUMMARISE = """
            UPDATE procedures.procedure_version
               SET limit_amount = :limitAmount, limit_unit = :limitUnit, limit_varies = :limitVaries,
                   fee_kind = :feeKind, fee_amount = :feeAmount, fee_currency = :feeCurrency, fee_varies = :feeVaries,
                   gap_kinds = :gapKinds
             WHERE id = :id
            """;
    private static final String FORGET_GAPS = """
            UPDATE procedures.procedure_gap
               SET state = 'OLD'
             WHERE state <> 'OLD'
               AND version_id IN (SELECT p.current_version_id
                                    FROM procedures.procedure AS p
                                   WHERE <which>)
            """;
    private static final String CHANGED_BY_IMPORT =
            "EXISTS (SELECT 1 FROM procedures.procedure_version AS v WHERE v.import_id = :key AND v.code = p.code)";
    private static final String POINT_TO_CHANGED = """
            UPDATE procedures.procedure
               SET current_version_id = (SELECT v.id
                                           FROM procedures.procedure_version AS v
                                          WHERE v.import_id = :import AND v.code = procedures.procedure.code)
             WHERE EXISTS (SELECT 1
                             FROM procedures.procedure_version AS v
                            WHERE v.import_id = :import AND v.code = procedures.procedure.code)
            """;
    private static final String POINT_TO_NEW = """
            INSERT INTO procedures.procedure (code, current_version_id)
            SELECT v.code, v.id
              FROM procedures.procedure_version AS v
             WHERE v.import_id = :import
               AND NOT EXISTS (SELECT 1 FROM procedures.procedure AS p WHERE p.code = v.code)
            """;

    /** Keeps {@code versions} for the import; readers do not see them yet. */
    public void stage(Handle transaction, long importId, Instant at, List<NewVersion> versions) {
        if (versions.isEmpty()) {
            return;
        }
        keep(transaction, Optional.of(importId), at, versions);
    }

    /** Keeps one version that nobody points to yet, of an import or written here, and returns its id. */
    long keep(Handle transaction, Optional<Long> importId, Instant at, NewVersion version) {
        return keep(transaction, importId, at, List.of(version)).get(0);
    }

    /** Brings what lists show of a version up to what people completed in it. */
    public void summarise(Handle transaction, long versionId, Procedure completed, List<Gap> left) {
        ProcedureSummary summary = ProcedureSummary.of(completed);
        transaction
                .createUpdate(SUMMARISE)
                .bind("id", versionId)
                .bind("limitAmount", summary.limit().value())
                .bind("limitUnit", summary.limit().counts().map(Enum::name).orElse(null))
                .bind("limitVaries", summary.limitVaries())
                .bind("feeKind", summary.fee().kind().name())
                .bind("feeAmount", summary.fee().amount())
                .bind("feeCurrency", Excerpts.of(summary.fee().currency(), LONGEST_CURRENCY))
                .bind("feeVaries", summary.feeVaries())
                .bind("gapKinds", EnumNames.joined(kinds(left)))
                .execute();
    }

    /** Nobody need complete the current version of the procedure any more. */
    void forgetGaps(Handle transaction, String code) {
        forgetGaps(transaction, "p.code = :key", code);
    }

    private static void forgetGaps(Handle transaction, String which, Object key) {
        transaction
                .createUpdate(FORGET_GAPS)
                .define("which", which)
                .bind("key", key)
                .execute();
    }

    private static List<Long> keep(Handle transaction, Optional<Long> importId, Instant at, List<NewVersion> versions) {
        List<Long> ids = insert(transaction, importId, at, versions);
        try (PreparedBatch records = transaction.prepareBatch(INSERT_RECORD);
                PreparedBatch agencies = transaction.prepareBatch(INSERT_AGENCY);
                PreparedBatch gaps = transaction.prepareBatch(INSERT_GAP)) {
            for (int i = 0; i < versions.size(); i++) {
                NewVersion version = versions.get(i);
                long id = ids.get(i);
                addAll(records, id, RecordJson.pieces(version.procedure().source()));
                addAll(agencies, id, ProcedureSummary.of(version.procedure()).agencies());
                addGaps(gaps, id, version.gaps());
            }
            List.of(records, agencies, gaps).forEach(VersionWriter::execute);
        }
        return ids;
    }

    /** Makes the versions of the import the current ones, in this transaction. */
    public void makeCurrent(Handle transaction, long importId) {
        forgetGaps(transaction, CHANGED_BY_IMPORT, importId);
        transaction.createUpdate(POINT_TO_CHANGED).bind("import", importId).execute();
        transaction.createUpdate(POINT_TO_NEW).bind("import", importId).execute();
    }

    private static List<Long> insert(
            Handle transaction, Optional<Long> importId, Instant at, List<NewVersion> versions) {
        OffsetDateTime time = at.atOffset(ZoneOffset.UTC);
        LocalDate day = LocalDate.ofInstant(at, Formats.ZONE);
        try (PreparedBatch batch = transaction.prepareBatch(INSERT)) {
            for (NewVersion version : versions) {
                bind(batch, version);
                batch.bind("import", importId.orElse(null))
                        .bind("at", time)
                        .bind("day", day)
                        .add();
            }
            return batch.executePreparedBatch("id")
                    .map((row, context) -> row.getLong("id"))
                    .list();
        }
    }

    private static void bind(PreparedBatch batch, NewVersion version) {
        ProcedureSummary summary = ProcedureSummary.of(version.procedure());
        batch.bind("code", summary.code().value())
                .bind("number", version.number())
                .bind("fingerprint", version.fingerprint())
                .bind("name", summary.name())
                .bind("plain", Folding.plain(summary.name()))
                .bind("folded", Folding.fold(summary.name()))
                .bind("field", summary.field())
                .bind("levels", EnumNames.joined(summary.levels()))
                .bind("channels", EnumNames.joined(new TreeSet<>(summary.channels())))
                .bind("limitAmount", summary.limit().value())
                .bind("limitUnit", summary.limit().counts().map(Enum::name).orElse(null))
                .bind("limitText", Excerpts.of(summary.limit().text(), LONGEST_LIMIT_TEXT))
                .bind("limitVaries", summary.limitVaries())
                .bind("feeKind", summary.fee().kind().name())
                .bind("feeAmount", summary.fee().amount())
                .bind("feeCurrency", Excerpts.of(summary.fee().currency(), LONGEST_CURRENCY))
                .bind("feeVaries", summary.feeVaries())
                .bind("gapKinds", EnumNames.joined(kinds(version.gaps())))
                .bind("address", version.procedure().source().text(Field.ADDRESS.published()));
    }

    private static Set<GapKind> kinds(List<Gap> gaps) {
        Set<GapKind> kinds = new TreeSet<>();
        gaps.forEach(gap -> kinds.add(gap.kind()));
        return kinds;
    }

    private static void addAll(PreparedBatch batch, long id, List<String> texts) {
        for (int place = 0; place < texts.size(); place++) {
            batch.add(id, place, texts.get(place));
        }
    }

    private static void addGaps(PreparedBatch batch, long id, List<Gap> gaps) {
        List<Gap> kept = new ArrayList<>(gaps);
        for (int place = 0; place < kept.size(); place++) {
            Gap gap = kept.get(place);
            batch.add(id, place, gap.kind().name(), Excerpts.of(gap.field(), LONGEST_GAP_FIELD), gap.text());
        }
    }

    private static void execute(PreparedBatch batch) {
        if (batch.size() > 0) {
            batch.execute();
        }
    }
}
