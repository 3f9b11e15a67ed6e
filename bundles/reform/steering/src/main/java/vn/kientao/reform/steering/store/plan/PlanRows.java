package vn.kientao.reform.steering.store.plan;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import vn.kientao.reform.steering.domain.Happening;
import vn.kientao.reform.steering.domain.plan.Plan;
import vn.kientao.reform.steering.domain.plan.PlanAction;
import vn.kientao.reform.steering.domain.plan.PlanState;
import vn.kientao.reform.steering.store.Happenings;

/** Reads and writes {@code steering.plan} and {@code steering.plan_event}. */
public final class PlanRows {
    static final String COLUMNS = """
            SELECT p.id, p.version, p.agency_code, p.plan_year, p.edition, p.state, p.bases, p.purpose, p.symbol,
                   p.approved_on, p.published_on
              FROM steering.plan p
            """;
    private static final String NEWEST = """
             WHERE p.plan_year = :year
               AND p.edition = (SELECT MAX(o.edition) FROM steering.plan o
                                 WHERE o.agency_code = p.agency_code AND o.plan_year = p.plan_year)
             ORDER BY p.agency_code
            """;
    private static final String OF_AGENCIES = """
             WHERE p.agency_code IN (<agencies>)
             ORDER BY p.plan_year DESC, p.edition DESC, p.agency_code
             FETCH FIRST 200 ROWS ONLY
            """;
    private static final String ADD = """
            INSERT INTO steering.plan (version, agency_code, plan_year, edition, state, bases, purpose, symbol)
            VALUES (1, :agency, :year, :edition, 'DRAFT', :bases, :purpose, '')
            """;
    private static final String TOUCH = """
            UPDATE steering.plan SET version = version + 1
             WHERE id = ? AND state IN ('DRAFT', 'RETURNED')
            """;
    private static final String CHANGE = """
            UPDATE steering.plan
               SET version = version + 1, state = :state, bases = :bases, purpose = :purpose, symbol = :symbol,
                   approved_on = :approvedOn, published_on = :publishedOn
             WHERE id = :id AND version = :seen
            """;
    private static final String REPLACE = """
            UPDATE steering.plan SET version = version + 1, state = 'REPLACED'
             WHERE agency_code = ? AND plan_year = ? AND edition < ? AND state IN ('APPROVED', 'PUBLISHED')
            """;

    /** Actions: words of a {@link PlanAction}, or {@code BEGIN}, {@code AMEND}, {@code REPLACE}, {@code IMPORT}. */
    private final Happenings<String> happenings = new Happenings<>("steering.plan_event", "plan_id", action -> action);

    public Optional<Plan> find(Handle handle, long id) {
        return handle.createQuery(COLUMNS + " WHERE p.id = ?")
                .bind(0, id)
                .map((row, context) -> plan(row))
                .findOne();
    }

    /** All editions of some agencies, the newest year and edition first. */
    public List<Plan> ofAgencies(Handle handle, Collection<String> agencies) {
        return handle.createQuery(COLUMNS + OF_AGENCIES)
                .bindList("agencies", List.copyOf(agencies))
                .map((row, context) -> plan(row))
                .list();
    }

    /** The editions of a year, the oldest first. */
    public List<Plan> editions(Handle handle, String agency, int year) {
        return handle.createQuery(COLUMNS + " WHERE p.agency_code = ? AND p.plan_year = ? ORDER BY p.edition")
                .bind(0, agency)
                .bind(1, year)
                .map((row, context) -> plan(row))
                .list();
    }

    /** The last edition of an agency for a year. */
    public Optional<Plan> newestOf(Handle handle, String agency, int year) {
        return editions(handle, agency, year).stream().max(Comparator.comparingInt(Plan::edition));
    }

    /** The newest edition of each agency that has one for the year. */
    public List<Plan> newest(Handle handle, int year) {
        return handle.createQuery(COLUMNS + NEWEST)
                .bind("year", year)
                .map((row, context) -> plan(row))
                .list();
    }

    /** Begins an edition and answers with its id. */
    public long add(Handle transaction, String agency, int year, int edition, String bases, String purpose) {
        return transaction
                .createUpdate(ADD)
                .bind("agency", agency)
                .bind("year", year)
                .bind("edition", edition)
                .bind("bases", bases)
                .bind("purpose", purpose)
                .executeAndReturnGeneratedKeys("id")
                .map((row, context) -> row.getLong("id"))
                .one();
    }

    /** Holds a plan whose items are about to change until the commit; false when they may not be changed any more. */
    public boolean touch(Handle transaction, long id) {
        return transaction.execute(TOUCH, id) == 1;
    }

    /** Writes a plan; false, with nothing written, when it is no longer at the version of {@code plan}. */
    public boolean change(Handle transaction, Plan plan) {
        return transaction
                        .createUpdate(CHANGE)
                        .bind("state", plan.state().name())
                        .bind("bases", plan.bases())
                        .bind("purpose", plan.purpose())
                        .bind("symbol", plan.symbol())
                        .bind("approvedOn", plan.approvedOn().orElse(null))
                        .bind("publishedOn", plan.publishedOn().orElse(null))
                        .bind("id", plan.id())
                        .bind("seen", plan.version())
                        .execute()
                == 1;
    }

    /** Ends the older editions that are in force. */
    public void replaceOlder(Handle transaction, Plan by) {
        transaction.execute(REPLACE, by.agency(), by.year(), by.edition());
    }

    /** What happened, oldest first. */
    public List<Happening<String>> events(Handle handle, long plan) {
        return happenings.of(handle, plan);
    }

    public void note(Handle transaction, long plan, Happening<String> event) {
        happenings.add(transaction, plan, event);
    }

    static Plan plan(ResultSet row) throws SQLException {
        return new Plan(
                row.getLong("id"),
                row.getLong("version"),
                row.getString("agency_code"),
                row.getInt("plan_year"),
                row.getInt("edition"),
                PlanState.valueOf(row.getString("state")),
                row.getString("bases"),
                row.getString("purpose"),
                row.getString("symbol"),
                Optional.ofNullable(row.getObject("approved_on", LocalDate.class)),
                Optional.ofNullable(row.getObject("published_on", LocalDate.class)));
    }
}
