package vn.kientao.reform.steering.store.inspection;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import vn.kientao.reform.steering.domain.inspection.Finding;
import vn.kientao.reform.steering.domain.inspection.FindingKind;
import vn.kientao.reform.steering.domain.inspection.FindingState;

/** Reads and writes {@code steering.finding}. */
public final class FindingRows {
    private static final String ADD = """
            INSERT INTO steering.finding (
                   version, visit_id, kind, area, words, ground, criterion, state, found_on, remedy, answer)
            VALUES (1, :visit, :kind, :area, :words, :ground, :criterion, :state, :on, '', '')
            """;
    private static final String CHANGE = """
            UPDATE steering.finding
               SET version = version + 1, state = :state, remedy = :remedy, answer = :answer, remedied_on = :remediedOn
             WHERE id = :id AND version = :version
            """;
    private static final String COUNTS = """
            SELECT COUNT(*) AS raised, COUNT(f.remedied_on) AS remedied
              FROM steering.finding f
              JOIN steering.visit v ON v.id = f.visit_id
             WHERE f.state <> 'NOTHING_TO_DO' AND v.agency IN (<agencies>) AND f.found_on BETWEEN :from AND :to
            """;

    /** How many findings have to be remedied, and how many of them are. */
    public record Counts(long raised, long remedied) {
        public long open() {
            return raised - remedied;
        }
    }

    /** What a visit found, in the order in which it was entered. */
    public List<Finding> of(Handle handle, long visit) {
        return handle.createQuery("SELECT * FROM steering.finding WHERE visit_id = ? ORDER BY id")
                .bind(0, visit)
                .map((row, context) -> finding(row))
                .list();
    }

    /** Of those found at some agencies from one day to another. */
    public Counts counts(Handle handle, Set<String> agencies, LocalDate from, LocalDate to) {
        return handle.createQuery(COUNTS)
                .bindList("agencies", List.copyOf(agencies))
                .bind("from", from)
                .bind("to", to)
                .map((row, context) -> new Counts(row.getLong("raised"), row.getLong("remedied")))
                .one();
    }

    public void add(Handle transaction, long visit, Finding one) {
        transaction
                .createUpdate(ADD)
                .bind("visit", visit)
                .bind("kind", one.kind().name())
                .bind("area", one.area())
                .bind("words", one.words())
                .bind("ground", one.ground())
                .bind("criterion", one.criterion())
                .bind("state", one.state().name())
                .bind("on", one.foundOn())
                .execute();
    }

    /** Writes how its remedy stands; false when somebody changed it meanwhile. */
    public boolean change(Handle transaction, Finding one) {
        return transaction
                        .createUpdate(CHANGE)
                        .bind("state", one.state().name())
                        .bind("remedy", one.remedy())
                        .bind("answer", one.answer())
                        .bind("remediedOn", one.remediedOn().orElse(null))
                        .bind("id", one.id())
                        .bind("version", one.version())
                        .execute()
                == 1;
    }

    private static Finding finding(ResultSet row) throws SQLException {
        return new Finding(
                row.getLong("id"),
                row.getLong("version"),
                FindingKind.valueOf(row.getString("kind")),
                row.getString("area"),
                row.getString("words"),
                row.getString("ground"),
                row.getString("criterion"),
                FindingState.valueOf(row.getString("state")),
                row.getObject("found_on", LocalDate.class),
                row.getString("remedy"),
                row.getString("answer"),
                Optional.ofNullable(row.getObject("remedied_on", LocalDate.class)));
    }
}
