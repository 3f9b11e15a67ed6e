package vn.kientao.reform.procedures.store.rating;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import vn.kientao.platform.api.text.LocalText;
import vn.kientao.reform.procedures.domain.rating.Level;
import vn.kientao.reform.procedures.domain.rating.Question;
import vn.kientao.reform.procedures.domain.rating.Questionnaire;

/** Reads what is asked: {@code procedures.rating_question} and {@code procedures.rating_level}. */
public final class Questionnaires {
    private static final String QUESTIONS = """
            SELECT id, code, overall, name_vi, name_en, index_no, legal_basis
              FROM procedures.rating_question
             WHERE valid_from <= :day AND (valid_to IS NULL OR valid_to >= :day)
             ORDER BY overall DESC, place
            """;
    private static final String LEVELS = """
            SELECT level_no, name_vi, name_en, points, satisfied
              FROM procedures.rating_level
             WHERE valid_from <= :day AND (valid_to IS NULL OR valid_to >= :day)
             ORDER BY level_no DESC
            """;

    /** What is asked on that day. */
    public Questionnaire on(Handle handle, LocalDate day) {
        List<Question> questions = handle.createQuery(QUESTIONS)
                .bind("day", day)
                .map((row, context) -> question(row))
                .list();
        List<Level> levels = handle.createQuery(LEVELS)
                .bind("day", day)
                .map((row, context) ->
                        new Level(row.getInt("level_no"), name(row), row.getInt("points"), row.getBoolean("satisfied")))
                .list();
        return new Questionnaire(questions, levels);
    }

    private static Question question(ResultSet row) throws SQLException {
        return new Question(
                row.getLong("id"),
                row.getString("code"),
                row.getBoolean("overall"),
                name(row),
                Optional.ofNullable(row.getObject("index_no", Integer.class)),
                row.getString("legal_basis"));
    }

    private static LocalText name(ResultSet row) throws SQLException {
        return new LocalText(row.getString("name_vi"), row.getString("name_en"));
    }
}
