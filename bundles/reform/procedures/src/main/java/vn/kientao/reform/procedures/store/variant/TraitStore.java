package vn.kientao.reform.procedures.store.variant;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;
import vn.kientao.reform.procedures.domain.variant.Audience;
import vn.kientao.reform.procedures.domain.variant.KeptTraits;
import vn.kientao.reform.procedures.domain.variant.OnlineLevel;
import vn.kientao.reform.procedures.domain.variant.PartReason;
import vn.kientao.reform.procedures.domain.variant.ProcedureTraits;

/** Keeps what the province says of procedures beside their published records. */
public final class TraitStore {
    private static final String COLUMNS = """
            SELECT code, version, audience, online_level, part_reason, reason_words, one_stop_exempt, exempt_reason,
                   name_en, unit
              FROM procedures.procedure_trait
            """;
    private static final String OF_CODE = COLUMNS + " WHERE code = ?";
    private static final String INSERT = """
            INSERT INTO procedures.procedure_trait (
                   code, version, audience, online_level, part_reason, reason_words, one_stop_exempt, exempt_reason,
                   name_en, unit, changed_at, changed_by)
            VALUES (:code, 1, :audience, :level, :reason, :words, :exempt, :exemptReason, :nameEn, :unit, :at, :by)
            """;
    private static final String UPDATE = """
            UPDATE procedures.procedure_trait
               SET version = version + 1, audience = :audience, online_level = :level, part_reason = :reason,
                   reason_words = :words, one_stop_exempt = :exempt, exempt_reason = :exemptReason, name_en = :nameEn,
                   unit = :unit, changed_at = :at, changed_by = :by
             WHERE code = :code AND version = :version
            """;

    /** Of every procedure of which something is said, by code. */
    public Map<String, ProcedureTraits> all(Handle handle) {
        Map<String, ProcedureTraits> all = new HashMap<>();
        handle.createQuery(COLUMNS)
                .map((row, context) -> Map.entry(row.getString("code"), traits(row)))
                .forEach(entry -> all.put(entry.getKey(), entry.getValue()));
        return all;
    }

    public KeptTraits find(Handle handle, String code) {
        Optional<KeptTraits> found = handle.createQuery(OF_CODE)
                .bind(0, code)
                .map((row, context) -> new KeptTraits(traits(row), row.getLong("version")))
                .findOne();
        return found.orElse(new KeptTraits(ProcedureTraits.UNSAID, 0));
    }

    /** Keeps what is said now; false when somebody else has said something since {@code version}. */
    public boolean save(
            Handle transaction, String code, ProcedureTraits traits, long version, String account, Instant at) {
        Update statement = transaction.createUpdate(version == 0 ? INSERT : UPDATE);
        if (version > 0) {
            statement.bind("version", version);
        } else if (find(transaction, code).version() > 0) {
            return false;
        }
        return statement
                        .bind("code", code)
                        .bind("audience", traits.audience().name())
                        .bind("level", traits.level().name())
                        .bind("reason", traits.reason().name())
                        .bind("words", traits.reasonWords())
                        .bind("exempt", traits.oneStopExempt())
                        .bind("exemptReason", traits.exemptReason())
                        .bind("nameEn", traits.englishName())
                        .bind("unit", traits.unit())
                        .bind("at", at.atOffset(ZoneOffset.UTC))
                        .bind("by", account)
                        .execute()
                == 1;
    }

    private static ProcedureTraits traits(ResultSet row) throws SQLException {
        return new ProcedureTraits(
                Audience.valueOf(row.getString("audience")),
                OnlineLevel.valueOf(row.getString("online_level")),
                PartReason.valueOf(row.getString("part_reason")),
                row.getString("reason_words"),
                row.getBoolean("one_stop_exempt"),
                row.getString("exempt_reason"),
                row.getString("name_en"),
                row.getString("unit"));
    }
}
