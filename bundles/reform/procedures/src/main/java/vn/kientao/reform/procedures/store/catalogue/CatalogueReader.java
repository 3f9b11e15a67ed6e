package vn.kientao.reform.procedures.store.catalogue;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import vn.kientao.reform.procedures.domain.ChannelKind;
import vn.kientao.reform.procedures.domain.Deadline;
import vn.kientao.reform.procedures.domain.DeadlineUnit;
import vn.kientao.reform.procedures.domain.Fee;
import vn.kientao.reform.procedures.domain.GapKind;
import vn.kientao.reform.procedures.domain.Level;
import vn.kientao.reform.procedures.domain.ProcedureCode;
import vn.kientao.reform.procedures.domain.SourceTexts;
import vn.kientao.reform.procedures.domain.catalogue.CatalogueEntry;
import vn.kientao.reform.procedures.domain.catalogue.ProcedureSummary;
import vn.kientao.reform.procedures.domain.catalogue.ProcedureVersion;
import vn.kientao.reform.procedures.domain.catalogue.Synonym;
import vn.kientao.reform.procedures.domain.completion.Completed;
import vn.kientao.reform.procedures.domain.publication.RecordReader;
import vn.kientao.reform.procedures.domain.reading.ProcedureReader;
import vn.kientao.reform.procedures.domain.variant.ProcedureTraits;
import vn.kientao.reform.procedures.store.completion.CompletionStore;
import vn.kientao.reform.procedures.store.variant.TraitStore;

/** Reads the catalogue: the whole of it as a list, one version as a record. */
public final class CatalogueReader {
    private static final String GENERATION = """
            SELECT generation
              FROM procedures.catalogue
             WHERE id = 1
            """;
    private static final String ENTRIES = """
            SELECT v.id, v.code, v.number, v.valid_from, v.name, v.field, v.levels, v.channels, v.limit_amount, v.limit_unit, v.limit_text,
                   v.limit_varies, v.fee_kind, v.fee_amount, v.fee_currency, v.fee_varies, v.gap_kinds
              FROM procedures.procedure AS p
              JOIN procedures.procedure_version AS v ON v.id = p.current_version_id
             WHERE p.abolished_on IS NULL
             ORDER BY v.code
            """;
    private static final String AGENCIES = """
            SELECT a.version_id, a.name
              FROM procedures.procedure AS p
              JOIN procedures.procedure_agency AS a ON a.version_id = p.current_version_id
             ORDER BY a.version_id, a.place
            """;
    private static final String SYNONYMS = """
            SELECT phrase, meaning
              FROM procedures.search_synonym
             ORDER BY phrase
            """;
    private static final String VERSION = """
            SELECT v.id, v.number, v.imported_at, v.valid_from,
                   CASE WHEN p.current_version_id = v.id AND p.abolished_on IS NULL THEN 1 ELSE 0 END AS in_force,
                   v.origin
              FROM procedures.procedure_version AS v
              JOIN procedures.procedure AS p ON p.code = v.code
              LEFT JOIN procedures.catalogue_import AS i ON i.id = v.import_id
             WHERE v.id = ? AND (v.import_id IS NULL OR i.state = 'COMMITTED')
            """;
    private static final String CURRENT = """
            SELECT current_version_id
              FROM procedures.procedure
             WHERE code = ? AND abolished_on IS NULL
            """;
    private static final String VERSIONS = """
            SELECT v.id
              FROM procedures.procedure_version AS v
              LEFT JOIN procedures.catalogue_import AS i ON i.id = v.import_id
             WHERE v.code = ? AND (v.import_id IS NULL OR i.state = 'COMMITTED')
             ORDER BY v.code, v.number
            """;
    private static final String ON_DAY = """
            SELECT v.id
              FROM procedures.procedure_version AS v
              JOIN procedures.procedure AS p ON p.code = v.code
              LEFT JOIN procedures.catalogue_import AS i ON i.id = v.import_id
             WHERE v.code = :code AND v.valid_from <= :day AND (v.import_id IS NULL OR i.state = 'COMMITTED')
               AND (p.abolished_on IS NULL OR p.abolished_on > :day)
             ORDER BY v.code DESC, v.number DESC
             FETCH FIRST 1 ROW ONLY
            """;
    private static final String RECORD = """
            SELECT content
              FROM procedures.procedure_record
             WHERE version_id = ?
             ORDER BY place
            """;

    private static final CompletionStore COMPLETIONS = new CompletionStore();
    private static final TraitStore TRAITS = new TraitStore();

    /** Grows with every change of the catalogue. */
    public long generation(Handle handle) {
        return handle.createQuery(GENERATION)
                .map((row, context) -> row.getLong("generation"))
                .one();
    }

    /** Every procedure in its current version, in order of code. */
    public List<CatalogueEntry> entries(Handle handle) {
        Map<Long, List<String>> agencies = new HashMap<>();
        handle.createQuery(AGENCIES)
                .map((row, context) -> agencies.computeIfAbsent(row.getLong("version_id"), id -> new ArrayList<>())
                        .add(row.getString("name")))
                .list();
        Map<String, ProcedureTraits> traits = TRAITS.all(handle);
        return handle.createQuery(ENTRIES)
                .map((row, context) -> entry(row, agencies.getOrDefault(row.getLong("id"), List.of()))
                        .with(traits.getOrDefault(row.getString("code"), ProcedureTraits.UNSAID)))
                .list();
    }

    public List<Synonym> synonyms(Handle handle) {
        return handle.createQuery(SYNONYMS)
                .map((row, context) -> new Synonym(row.getString("phrase"), row.getString("meaning")))
                .list();
    }

    /** The id of the current version of the procedure with this code. */
    public Optional<Long> current(Handle handle, String code) {
        return handle.createQuery(CURRENT)
                .bind(0, code)
                .map((row, context) -> row.getLong("current_version_id"))
                .findOne();
    }

    /** The id of the version of the procedure with this code that was in force on a day. */
    public Optional<Long> on(Handle handle, String code, LocalDate day) {
        return handle.createQuery(ON_DAY)
                .bind("code", code)
                .bind("day", day)
                .map((row, context) -> row.getLong("id"))
                .findOne();
    }

    /** The ids of the procedure's versions, the first one first. */
    public List<Long> versions(Handle handle, String code) {
        return handle.createQuery(VERSIONS)
                .bind(0, code)
                .map((row, context) -> row.getLong("id"))
                .list();
    }

    /** A version, in force or not; versions of an import that has not ended are not there. */
    public Optional<ProcedureVersion> version(Handle handle, long id) {
        return handle.createQuery(VERSION)
                .bind(0, id)
                .map((row, context) -> version(handle, row))
                .findOne();
    }

    private static ProcedureVersion version(Handle handle, ResultSet row) throws SQLException {
        long id = row.getLong("id");
        List<String> pieces = handle.createQuery(RECORD)
                .bind(0, id)
                .map((record, context) -> record.getString("content"))
                .list();
        SourceTexts texts = RecordJson.read(pieces);
        ProcedureReader.Reading reading =
                row.getString("origin").equals("OWN") ? RecordReader.read(texts) : ProcedureReader.read(texts);
        Completed completed = Completed.of(reading.procedure(), reading.gaps(), COMPLETIONS.of(handle, id));
        return new ProcedureVersion(
                id,
                row.getInt("number"),
                row.getInt("in_force") == 1,
                row.getObject("imported_at", OffsetDateTime.class).toInstant(),
                row.getObject("valid_from", LocalDate.class),
                completed.procedure(),
                completed.gaps());
    }

    private static CatalogueEntry entry(ResultSet row, List<String> agencies) throws SQLException {
        ProcedureSummary summary = new ProcedureSummary(
                new ProcedureCode(row.getString("code")),
                row.getString("name"),
                row.getString("field"),
                EnumNames.parsed(Level.class, row.getString("levels")),
                EnumNames.parsed(ChannelKind.class, row.getString("channels")),
                agencies,
                limit(row),
                row.getBoolean("limit_varies"),
                fee(row),
                row.getBoolean("fee_varies"));
        return new CatalogueEntry(
                row.getLong("id"),
                row.getInt("number"),
                row.getObject("valid_from", LocalDate.class),
                summary,
                EnumNames.parsed(GapKind.class, row.getString("gap_kinds")));
    }

    private static Deadline limit(ResultSet row) throws SQLException {
        @Nullable BigDecimal amount = row.getBigDecimal("limit_amount");
        @Nullable String unit = row.getString("limit_unit");
        return new Deadline(
                amount == null ? null : plain(amount),
                unit == null ? null : DeadlineUnit.valueOf(unit),
                false,
                row.getString("limit_text"));
    }

    private static Fee fee(ResultSet row) throws SQLException {
        @Nullable BigDecimal amount = row.getBigDecimal("fee_amount");
        return new Fee(
                Fee.Kind.valueOf(row.getString("fee_kind")),
                amount == null ? null : plain(amount),
                row.getString("fee_currency"),
                true,
                "",
                "");
    }

    /** Without the noughts that the column adds. */
    private static BigDecimal plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
