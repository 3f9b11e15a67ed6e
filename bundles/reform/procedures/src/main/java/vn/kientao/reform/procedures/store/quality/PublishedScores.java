package vn.kientao.reform.procedures.store.quality;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import vn.kientao.platform.api.text.LocalText;
import vn.kientao.reform.procedures.domain.quality.PublishedScore;
import vn.kientao.reform.procedures.domain.quality.QualityIndex;
import vn.kientao.reform.procedures.domain.report.Share;

/** What was published about quality, month by month. */
public final class PublishedScores {
    private static final String FORGET_INDICES = """
            DELETE FROM procedures.quality_published_index
             WHERE agency_code = ? AND month_from = ?
            """;
    private static final String FORGET = """
            DELETE FROM procedures.quality_published
             WHERE agency_code = ? AND month_from = ?
            """;
    private static final String ADD = """
            INSERT INTO procedures.quality_published (
                   agency_code, month_from, total, class_vi, class_en, settled, in_time, published_by, published_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;
    private static final String ADD_INDEX = """
            INSERT INTO procedures.quality_published_index (
                   agency_code, month_from, quality_index, points, dossiers, score)
            VALUES (?, ?, ?, ?, ?, ?)
            """;
    private static final String OF_MONTH = """
            SELECT agency_code, month_from, total, class_vi, class_en, settled, in_time, published_at
              FROM procedures.quality_published
             WHERE month_from = ?
             ORDER BY agency_code
            """;
    private static final String OF_AGENCY = """
            SELECT agency_code, month_from, total, class_vi, class_en, settled, in_time, published_at
              FROM procedures.quality_published
             WHERE agency_code = ?
             ORDER BY month_from DESC
             FETCH FIRST ? ROWS ONLY
            """;
    private static final String NEWEST = """
            SELECT MAX(month_from) AS newest
              FROM procedures.quality_published
            """;
    private static final String INDICES = """
            SELECT quality_index, points, dossiers, score
              FROM procedures.quality_published_index
             WHERE agency_code = ? AND month_from = ?
             ORDER BY quality_index
            """;

    /** Keeps the score in place of what was published for the agency and month before. */
    public void put(Handle transaction, PublishedScore score, String by) {
        LocalDate month = score.month().atDay(1);
        transaction.execute(FORGET_INDICES, score.agency(), month);
        transaction.execute(FORGET, score.agency(), month);
        transaction.execute(
                ADD,
                score.agency(),
                month,
                score.total().orElse(null),
                score.className().vi(),
                score.className().en(),
                score.inTime().whole(),
                score.inTime().part(),
                by,
                score.publishedAt());
        for (PublishedScore.Index index : score.indices()) {
            transaction.execute(
                    ADD_INDEX,
                    score.agency(),
                    month,
                    index.index().number(),
                    index.points(),
                    index.dossiers(),
                    index.score().orElse(null));
        }
    }

    /** The last month of which anything was published. */
    public Optional<YearMonth> newest(Handle handle) {
        return handle.createQuery(NEWEST)
                .map((row, context) -> Optional.ofNullable(row.getObject("newest", LocalDate.class)))
                .one()
                .map(YearMonth::from);
    }

    /** Of all agencies, in order of their code. */
    public List<PublishedScore> of(Handle handle, YearMonth month) {
        return handle.createQuery(OF_MONTH)
                .bind(0, month.atDay(1))
                .map((row, context) -> score(handle, row))
                .list();
    }

    /** Of one agency, newest first. */
    public List<PublishedScore> of(Handle handle, String agency, int months) {
        return handle.createQuery(OF_AGENCY)
                .bind(0, agency)
                .bind(1, months)
                .map((row, context) -> score(handle, row))
                .list();
    }

    private static PublishedScore score(Handle handle, ResultSet row) throws SQLException {
        String agency = row.getString("agency_code");
        LocalDate month = row.getObject("month_from", LocalDate.class);
        return new PublishedScore(
                agency,
                YearMonth.from(month),
                Optional.ofNullable(row.getBigDecimal("total")),
                new LocalText(row.getString("class_vi"), row.getString("class_en")),
                new Share(row.getLong("in_time"), row.getLong("settled")),
                handle.createQuery(INDICES)
                        .bind(0, agency)
                        .bind(1, month)
                        .map((index, context) -> new PublishedScore.Index(
                                QualityIndex.of(index.getInt("quality_index")).orElseThrow(),
                                index.getLong("points"),
                                index.getLong("dossiers"),
                                Optional.ofNullable(index.getBigDecimal("score"))))
                        .list(),
                row.getObject("published_at", LocalDateTime.class));
    }
}
