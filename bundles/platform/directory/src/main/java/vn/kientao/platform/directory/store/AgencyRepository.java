package vn.kientao.platform.directory.store;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;
import vn.kientao.platform.api.directory.Agency;
import vn.kientao.platform.api.text.LocalText;
import vn.kientao.platform.directory.domain.RegisteredAgency;

/** Agencies in {@code directory.agency} and their successors. */
public final class AgencyRepository {

    /** Every agency, in order of code. */
    public List<RegisteredAgency> all(Handle handle) {
        Map<String, List<String>> successors = successors(handle);
        return handle.createQuery("""
                SELECT code, name_vi, name_en, type, parent, valid_from, from_certain, valid_to, to_certain,
                       successor_note, note
                  FROM directory.agency
                 ORDER BY code
                """)
                .map((row, context) -> new RegisteredAgency(
                        new Agency(
                                row.getString("code"),
                                new LocalText(row.getString("name_vi"), row.getString("name_en")),
                                row.getString("type"),
                                Optional.ofNullable(row.getString("parent")),
                                Optional.ofNullable(row.getObject("valid_from", LocalDate.class)),
                                Optional.ofNullable(row.getObject("valid_to", LocalDate.class)),
                                successors.getOrDefault(row.getString("code"), List.of())),
                        row.getBoolean("from_certain"),
                        row.getBoolean("to_certain"),
                        row.getString("successor_note"),
                        row.getString("note")))
                .list();
    }

    /** Adds the agencies, or replaces those with the same codes. Parents and successors may be among them. */
    public void save(Handle handle, List<RegisteredAgency> agencies) {
        agencies.forEach(agency -> saveRow(handle, agency));
        agencies.forEach(agency -> saveSuccessors(handle, agency.agency()));
    }

    private static Map<String, List<String>> successors(Handle handle) {
        Map<String, List<String>> successors = new HashMap<>();
        handle.createQuery("""
                SELECT agency, successor
                  FROM directory.agency_successor
                 ORDER BY agency, position
                """)
                .map((row, context) -> successors
                        .computeIfAbsent(row.getString("agency"), code -> new ArrayList<>())
                        .add(row.getString("successor")))
                .forEach(added -> {});
        return successors;
    }

    private static void saveRow(Handle handle, RegisteredAgency agency) {
        int updated = bound(handle.createUpdate("""
                UPDATE directory.agency
                   SET name_vi = :nameVi, name_en = :nameEn, type = :type, parent = :parent,
                       valid_from = :validFrom, from_certain = :fromCertain, valid_to = :validTo,
                       to_certain = :toCertain, successor_note = :successorNote, note = :note
                 WHERE code = :code
                """), agency).execute();
        if (updated == 0) {
            bound(handle.createUpdate("""
                    INSERT INTO directory.agency (code, name_vi, name_en, type, parent, valid_from, from_certain,
                                                  valid_to, to_certain, successor_note, note)
                    VALUES (:code, :nameVi, :nameEn, :type, :parent, :validFrom, :fromCertain,
                            :validTo, :toCertain, :successorNote, :note)
                    """), agency).execute();
        }
    }

    private static <S extends SqlStatement<S>> S bound(S statement, RegisteredAgency registered) {
        Agency agency = registered.agency();
        return statement
                .bind("code", agency.code())
                .bind("nameVi", agency.name().vi())
                .bind("nameEn", agency.name().en())
                .bind("type", agency.type())
                .bindByType("parent", agency.parent().orElse(null), String.class)
                .bindByType("validFrom", agency.validFrom().orElse(null), LocalDate.class)
                .bind("fromCertain", registered.fromCertain())
                .bindByType("validTo", agency.validTo().orElse(null), LocalDate.class)
                .bind("toCertain", registered.toCertain())
                .bind("successorNote", registered.successorNote())
                .bind("note", registered.note());
    }

    private static void saveSuccessors(Handle handle, Agency agency) {
        handle.createUpdate("""
                DELETE FROM directory.agency_successor
                 WHERE agency = :agency
                """).bind("agency", agency.code()).execute();
        for (int i = 0; i < agency.successors().size(); i++) {
            handle.createUpdate("""
                    INSERT INTO directory.agency_successor (agency, position, successor)
                    VALUES (:agency, :position, :successor)
                    """)
                    .bind("agency", agency.code())
                    .bind("position", i)
                    .bind("successor", agency.successors().get(i))
                    .execute();
        }
    }
}
