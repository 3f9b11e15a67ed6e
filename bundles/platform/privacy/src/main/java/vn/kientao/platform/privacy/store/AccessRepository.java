package vn.kientao.platform.privacy.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import vn.kientao.platform.api.privacy.PersonalDataAccess;
import vn.kientao.platform.api.text.LocalText;
import vn.kientao.platform.privacy.domain.AccessEntry;
import vn.kientao.platform.privacy.domain.AccessQuery;

/** The access log, in {@code privacy.access_entry}. */
public final class AccessRepository {

    public void add(Handle handle, List<PersonalDataAccess> accesses) {
        try (PreparedBatch batch = handle.prepareBatch("""
                INSERT INTO privacy.access_entry (at, account, acting_for, agency, address, object_type, object_id, way,
                                                  purpose, purpose_en, request_id)
                VALUES (:at, :account, :actingFor, :agency, :address, :type, :object, :way, :purpose, :purposeEn, :request)
                """)) {
            for (PersonalDataAccess access : accesses) {
                batch.bind("at", PrivacyStore.utc(access.at()))
                        .bind("account", cut(access.account(), 100))
                        .bind("actingFor", cut(access.actingFor(), 100))
                        .bind("agency", cut(access.agency(), 20))
                        .bind("address", cut(access.address(), 64))
                        .bind("type", cut(access.objectType(), 60))
                        .bind("object", cut(access.objectId(), 400))
                        .bind("way", cut(access.way(), 300))
                        .bind("purpose", cut(access.purpose().vi(), 400))
                        .bind("purposeEn", cut(access.purpose().en(), 400))
                        .bind("request", cut(access.requestId(), 100))
                        .add();
            }
            batch.execute();
        }
    }

    /** Entries with lower ids than {@code below}, the newest first. */
    public List<AccessEntry> older(Handle handle, AccessQuery query, long below, int most) {
        Map<String, Object> values = new HashMap<>();
        List<String> conditions = new ArrayList<>(List.of("id < :below"));
        values.put("below", below);
        query.agency().ifPresent(one -> equal("agency", one, conditions, values));
        query.account().ifPresent(one -> equal("account", one, conditions, values));
        query.object().ifPresent(one -> equal("object_id", one, conditions, values));
        query.from().ifPresent(moment -> {
            conditions.add("at >= :from");
            values.put("from", PrivacyStore.utc(moment));
        });
        query.until().ifPresent(moment -> {
            conditions.add("at < :until");
            values.put("until", PrivacyStore.utc(moment));
        });
        return handle.createQuery(
                        """
                SELECT id, at, account, acting_for, agency, address, object_type, object_id, way, purpose, purpose_en,
                       request_id
                  FROM privacy.access_entry
                 WHERE\s""" + String.join(" AND ", conditions) + " ORDER BY id DESC FETCH FIRST :most ROWS ONLY")
                .bindMap(values)
                .bind("most", most)
                .map((row, context) -> entry(row))
                .list();
    }

    public long countBefore(Handle handle, Instant moment) {
        return handle.createQuery("SELECT COUNT(*) FROM privacy.access_entry WHERE at < ?")
                .bind(0, PrivacyStore.utc(moment))
                .mapTo(Long.class)
                .one();
    }

    /** Deletes the oldest entries before the moment, at most so many; returns how many. */
    public int deleteBefore(Handle handle, Instant moment, int most) {
        return handle.execute("""
                DELETE FROM privacy.access_entry
                 WHERE id IN (SELECT id FROM privacy.access_entry WHERE at < ? ORDER BY at, id FETCH FIRST ? ROWS ONLY)
                """, PrivacyStore.utc(moment), most);
    }

    private static void equal(String column, String value, List<String> conditions, Map<String, Object> values) {
        conditions.add(column + " = :" + column);
        values.put(column, value);
    }

    /** As much of it as the column holds: one long name must not keep the others from being written. */
    private static String cut(String value, int most) {
        return value.length() <= most ? value : value.substring(0, most - 1) + "…";
    }

    private static AccessEntry entry(ResultSet row) throws SQLException {
        return new AccessEntry(
                row.getLong("id"),
                new PersonalDataAccess(
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getString("account"),
                        row.getString("acting_for"),
                        row.getString("agency"),
                        row.getString("address"),
                        row.getString("object_type"),
                        row.getString("object_id"),
                        row.getString("way"),
                        new LocalText(row.getString("purpose"), row.getString("purpose_en")),
                        row.getString("request_id")));
    }
}
