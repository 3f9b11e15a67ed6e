package vn.kientao.reform.procedures.store.quality;

import static java.util.Objects.requireNonNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import vn.kientao.platform.api.text.LocalText;
import vn.kientao.reform.procedures.domain.quality.PublishedScore;
import vn.kientao.reform.procedures.domain.quality.PublishedShares;
import vn.kientao.reform.procedures.domain.quality.QualityIndex;
import vn.kientao.reform.procedures.domain.report.Share;
import vn.kientao.reform.procedures.domain.report.ShareKind;

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
    private static final String FORGET_SHARES = """
            DELETE FROM procedures.quality_published_share
             WHERE month_from = ? AND agency_code = ?
            """;
    private static final String ADD_SHARE = """
            INSERT INTO procedures.quality_published_share (month_from, agency_code, share, part, whole)
            VALUES (?, ?, ?, ?, ?)
            """;
    private static final String SHARES = """
            SELECT p.month_from, p.agency_code, p.published_at, p.in_time, p.settled, s.share, s.part, s.whole
              FROM (SELECT month_from, agency_code, published_at, in_time, settled
                      FROM procedures.quality_published
                     WHERE month_from >= :month AND (month_from > :month OR agency_code > :agency)
                     ORDER BY month_from, agency_code
                     FETCH FIRST :size ROWS ONLY) AS p
              LEFT JOIN procedures.quality_published_share AS s
                ON s.month_from = p.month_from AND s.agency_code = p.agency_code
             ORDER BY p.month_from, p.agency_code, s.share
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

    /** Keeps the shares in place of what was published for the agency and month before. */
    public void put(Handle transaction, PublishedShares shares) {
        LocalDate month = shares.month().atDay(1);
        transaction.execute(FORGET_SHARES, month, shares.agency());
        shares.shares()
                .forEach((kind, share) -> transaction.execute(
                        ADD_SHARE, month, shares.agency(), kind.word(), share.part(), share.whole()));
    }

    /** Those of all agencies, by month and agency, from behind a place on. */
    public List<PublishedShares> shares(Handle handle, Optional<PublishedShares.Key> after, int size) {
        Map<PublishedShares.Key, Map<ShareKind, Share>> shares = new LinkedHashMap<>();
        Map<PublishedShares.Key, LocalDateTime> published = new HashMap<>();
        handle.createQuery(SHARES)
                .bind("month", after.map(key -> key.month().atDay(1)).orElse(LocalDate.EPOCH))
                .bind("agency", after.map(PublishedShares.Key::agency).orElse(""))
                .bind("size", size)
                .map((row, context) -> {
                    PublishedShares.Key key = new PublishedShares.Key(
                            YearMonth.from(row.getObject("month_from", LocalDate.class)), row.getString("agency_code"));
                    published.put(key, row.getObject("published_at", LocalDateTime.class));
                    Map<ShareKind, Share> known = shares.computeIfAbsent(key, none -> new EnumMap<>(ShareKind.class));
                    @Nullable String share = row.getString("share");
                    if (share == null) {
                        // Published before shares were: the days kept are all that is known.
                        known.put(ShareKind.ON_TIME, new Share(row.getLong("in_time"), row.getLong("settled")));
                    } else {
                        Share counted = new Share(row.getLong("part"), row.getLong("whole"));
                        ShareKind.of(share).ifPresent(kind -> known.put(kind, counted));
                    }
                    return key;
                })
                .list();
        return shares.entrySet().stream()
                .map(entry -> new PublishedShares(
                        entry.getKey().month(),
                        entry.getKey().agency(),
                        requireNonNull(published.get(entry.getKey())),
                        entry.getValue()))
                .toList();
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
