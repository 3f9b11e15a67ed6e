package vn.kientao.reform.procedures.store.index766;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import vn.kientao.platform.api.text.LocalText;
import vn.kientao.reform.procedures.domain.index766.IndexItem;
import vn.kientao.reform.procedures.domain.index766.IndexVersion;
import vn.kientao.reform.procedures.domain.quality.QualityClass;

/** The versions of the index of service quality. A version never changes; another one follows it. */
public final class IndexVersions {
    private static final String ON_DAY = """
            SELECT id, valid_from, reason, made_by, made_at
              FROM procedures.service_index_version
             WHERE valid_from <= ?
             ORDER BY valid_from DESC, id DESC
             FETCH FIRST 1 ROWS ONLY
            """;
    private static final String ALL = """
            SELECT id, valid_from, reason, made_by, made_at
              FROM procedures.service_index_version
             ORDER BY id DESC
             FETCH FIRST 50 ROWS ONLY
            """;
    private static final String NEWEST = """
            SELECT MAX(id) AS newest
              FROM procedures.service_index_version
            """;
    private static final String ITEMS = """
            SELECT code, parent, name_vi, name_en, most, measure, full_at, known, legal_basis
              FROM procedures.service_index_item
             WHERE version_id = ?
             ORDER BY place
            """;
    private static final String ADD = """
            INSERT INTO procedures.service_index_version (valid_from, reason, made_by, made_at)
            VALUES (?, ?, ?, ?)
            """;
    private static final String ADD_ITEM = """
            INSERT INTO procedures.service_index_item (
                   version_id, place, code, parent, name_vi, name_en, most, measure, full_at, known, legal_basis)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;
    private static final String GRADES = """
            SELECT least, name_vi, name_en
              FROM procedures.service_index_grade
             WHERE valid_from <= :day AND (valid_to IS NULL OR valid_to >= :day)
             ORDER BY least DESC
            """;

    /** The version in force on a day. */
    public Optional<IndexVersion> on(Handle handle, LocalDate day) {
        return handle.createQuery(ON_DAY)
                .bind(0, day)
                .map((row, context) -> version(handle, row, true))
                .findOne();
    }

    /** All versions without their items, newest first. */
    public List<IndexVersion> all(Handle handle) {
        return handle.createQuery(ALL)
                .map((row, context) -> version(handle, row, false))
                .list();
    }

    public long newest(Handle handle) {
        return handle.createQuery(NEWEST)
                .map((row, context) -> row.getLong("newest"))
                .one();
    }

    public long add(Handle transaction, IndexVersion version) {
        long id = transaction
                .createUpdate(ADD)
                .bind(0, version.validFrom())
                .bind(1, version.reason())
                .bind(2, version.madeBy())
                .bind(3, version.madeAt())
                .executeAndReturnGeneratedKeys("id")
                .map((row, context) -> row.getLong("id"))
                .one();
        int place = 0;
        for (IndexItem item : version.items()) {
            place++;
            transaction.execute(
                    ADD_ITEM,
                    id,
                    place,
                    item.code(),
                    item.parent(),
                    item.name().vi(),
                    item.name().en(),
                    item.most().orElse(null),
                    item.measure(),
                    item.fullAt(),
                    item.known(),
                    item.legalBasis());
        }
        return id;
    }

    /** The grades by the lowest total, highest first. */
    public List<QualityClass> grades(Handle handle, LocalDate day) {
        return handle.createQuery(GRADES)
                .bind("day", day)
                .map((row, context) -> new QualityClass(
                        row.getBigDecimal("least"), new LocalText(row.getString("name_vi"), row.getString("name_en"))))
                .list();
    }

    private static IndexVersion version(Handle handle, ResultSet row, boolean whole) throws SQLException {
        long id = row.getLong("id");
        return new IndexVersion(
                id,
                row.getObject("valid_from", LocalDate.class),
                row.getString("reason"),
                row.getString("made_by"),
                row.getObject("made_at", LocalDateTime.class),
                whole ? items(handle, id) : List.of());
    }

    private static List<IndexItem> items(Handle handle, long version) {
        return handle.createQuery(ITEMS)
                .bind(0, version)
                .map((row, context) -> item(row))
                .list();
    }

    private static IndexItem item(ResultSet row) throws SQLException {
        BigDecimal most = row.getBigDecimal("most");
        return new IndexItem(
                row.getString("code"),
                row.getString("parent"),
                new LocalText(row.getString("name_vi"), row.getString("name_en")),
                Optional.ofNullable(most),
                row.getString("measure"),
                row.getBigDecimal("full_at"),
                row.getBoolean("known"),
                row.getString("legal_basis"));
    }
}
