package vn.kientao.reform.steering.store.inspection;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import vn.kientao.reform.steering.domain.inspection.InspectionPlan;

/** Reads and writes {@code steering.inspection_plan}. */
public final class PlanRows {
    private static final String ADD = """
            INSERT INTO steering.inspection_plan (version, agency, plan_year, symbol, issued_on, content, wanted_share)
            VALUES (1, :agency, :year, :symbol, :on, :content, :share)
            """;
    private static final String CHANGE = """
            UPDATE steering.inspection_plan
               SET version = version + 1, symbol = :symbol, issued_on = :on, content = :content, wanted_share = :share
             WHERE id = :id AND version = :version
            """;

    /** The plan of an agency for a year; empty when it has made none. */
    public Optional<InspectionPlan> find(Handle handle, String agency, int year) {
        return handle.createQuery("SELECT * FROM steering.inspection_plan WHERE agency = ? AND plan_year = ?")
                .bind(0, agency)
                .bind(1, year)
                .map((row, context) -> plan(row))
                .findOne();
    }

    /** The plans of an agency, the newest year first. */
    public List<InspectionPlan> of(Handle handle, String agency) {
        return handle.createQuery("SELECT * FROM steering.inspection_plan WHERE agency = ? ORDER BY plan_year DESC")
                .bind(0, agency)
                .map((row, context) -> plan(row))
                .list();
    }

    public void add(Handle transaction, InspectionPlan one) {
        transaction
                .createUpdate(ADD)
                .bind("agency", one.agency())
                .bind("year", one.year())
                .bind("symbol", one.symbol())
                .bind("on", one.issuedOn().orElse(null))
                .bind("content", one.content())
                .bind("share", one.wantedShare())
                .execute();
    }

    /** Writes a plan; false when somebody changed it meanwhile. */
    public boolean change(Handle transaction, InspectionPlan one) {
        return transaction
                        .createUpdate(CHANGE)
                        .bind("symbol", one.symbol())
                        .bind("on", one.issuedOn().orElse(null))
                        .bind("content", one.content())
                        .bind("share", one.wantedShare())
                        .bind("id", one.id())
                        .bind("version", one.version())
                        .execute()
                == 1;
    }

    private static InspectionPlan plan(ResultSet row) throws SQLException {
        return new InspectionPlan(
                row.getLong("id"),
                row.getLong("version"),
                row.getString("agency"),
                row.getInt("plan_year"),
                row.getString("symbol"),
                Optional.ofNullable(row.getObject("issued_on", LocalDate.class)),
                row.getString("content"),
                row.getInt("wanted_share"));
    }
}
