package vn.kientao.reform.procedures.store.staffing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;
import vn.kientao.reform.procedures.domain.staffing.Grade;
import vn.kientao.reform.procedures.domain.staffing.Posting;

/** Reads and writes {@code procedures.desk_posting}. */
public final class Postings {
    private static final String COLUMNS =
            "id, version, desk, person, reserve, grade, years, rated_good, from_day, to_day, decision, note";
    private static final String FROM_DAY = """
            SELECT %s
              FROM procedures.desk_posting
             WHERE agency_code = :agency AND to_day >= :day
             ORDER BY to_day, id
             FETCH FIRST 1000 ROWS ONLY
            """.formatted(COLUMNS);
    private static final String BY_ID = """
            SELECT %s
              FROM procedures.desk_posting
             WHERE agency_code = :agency AND id = :id
            """.formatted(COLUMNS);
    private static final String MADE = """
            SELECT COUNT(*) AS made
              FROM procedures.desk_posting
             WHERE agency_code = ? AND once_key = ?
            """;
    private static final String ADD = """
            INSERT INTO procedures.desk_posting (
                   version, agency_code, once_key, desk, person, reserve, grade, years, rated_good, from_day, to_day,
                   decision, note)
            VALUES (1, :agency, :once, :desk, :person, :reserve, :grade, :years, :good, :from, :to, :decision, :note)
            """;
    private static final String CHANGE = """
            UPDATE procedures.desk_posting
               SET version = version + 1, desk = :desk, person = :person, reserve = :reserve, grade = :grade,
                   years = :years, rated_good = :good, from_day = :from, to_day = :to, decision = :decision, note = :note
             WHERE agency_code = :agency AND id = :id AND version = :seen
            """;

    /** Those whose term has not ended before a day, in order of the end. */
    public List<Posting> from(Handle handle, String agency, LocalDate day) {
        return handle.createQuery(FROM_DAY)
                .bind("agency", agency)
                .bind("day", day)
                .map((row, context) -> posting(row))
                .list();
    }

    public Optional<Posting> find(Handle handle, String agency, long id) {
        return handle.createQuery(BY_ID)
                .bind("agency", agency)
                .bind("id", id)
                .map((row, context) -> posting(row))
                .findOne();
    }

    public boolean made(Handle handle, String agency, String onceKey) {
        return handle.createQuery(MADE)
                        .bind(0, agency)
                        .bind(1, onceKey)
                        .map((row, context) -> row.getInt("made"))
                        .one()
                > 0;
    }

    public void add(Handle transaction, String agency, Posting posting, Optional<String> onceKey) {
        bound(transaction.createUpdate(ADD), agency, posting)
                .bind("once", onceKey.orElse(null))
                .execute();
    }

    /** Returns false, and changes nothing, when the posting is no longer at the version of {@code posting}. */
    public boolean change(Handle transaction, String agency, Posting posting) {
        return bound(transaction.createUpdate(CHANGE), agency, posting)
                        .bind("id", posting.id())
                        .bind("seen", posting.version())
                        .execute()
                == 1;
    }

    private static Update bound(Update update, String agency, Posting posting) {
        return update.bind("agency", agency)
                .bind("desk", posting.desk())
                .bind("person", posting.person())
                .bind("reserve", posting.reserve())
                .bind("grade", posting.grade().name())
                .bind("years", posting.years())
                .bind("good", posting.ratedGood())
                .bind("from", posting.from())
                .bind("to", posting.to())
                .bind("decision", posting.decision())
                .bind("note", posting.note());
    }

    private static Posting posting(ResultSet row) throws SQLException {
        return new Posting(
                row.getLong("id"),
                row.getLong("version"),
                row.getString("desk"),
                row.getString("person"),
                row.getBoolean("reserve"),
                Grade.valueOf(row.getString("grade")),
                row.getInt("years"),
                row.getBoolean("rated_good"),
                row.getObject("from_day", LocalDate.class),
                row.getObject("to_day", LocalDate.class),
                row.getString("decision"),
                row.getString("note"));
    }
}
