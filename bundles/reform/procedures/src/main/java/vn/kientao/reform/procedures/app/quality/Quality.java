package vn.kientao.reform.procedures.app.quality;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.indicator.Period;
import vn.kientao.platform.api.security.AuditEntry;
import vn.kientao.platform.api.security.AuditTrail;
import vn.kientao.platform.api.text.Formats;
import vn.kientao.platform.api.text.TextBundle;
import vn.kientao.reform.procedures.app.report.ShareCounts;
import vn.kientao.reform.procedures.domain.quality.Answered;
import vn.kientao.reform.procedures.domain.quality.BodyFacts;
import vn.kientao.reform.procedures.domain.quality.EmptyIndex;
import vn.kientao.reform.procedures.domain.quality.Points;
import vn.kientao.reform.procedures.domain.quality.PublishedScore;
import vn.kientao.reform.procedures.domain.quality.PublishedShares;
import vn.kientao.reform.procedures.domain.quality.QualityClass;
import vn.kientao.reform.procedures.domain.quality.QualityEntry;
import vn.kientao.reform.procedures.domain.quality.QualityIndex;
import vn.kientao.reform.procedures.domain.quality.ScoreCard;
import vn.kientao.reform.procedures.domain.quality.SettledLike;
import vn.kientao.reform.procedures.domain.report.Share;
import vn.kientao.reform.procedures.domain.report.Timing;
import vn.kientao.reform.procedures.store.ProcedureTables;
import vn.kientao.reform.procedures.store.quality.CitizenFacts;
import vn.kientao.reform.procedures.store.quality.CitizenFacts.Rated;
import vn.kientao.reform.procedures.store.quality.PublishedScores;
import vn.kientao.reform.procedures.store.quality.QualityEntries;
import vn.kientao.reform.procedures.store.quality.QualityFacts;
import vn.kientao.reform.procedures.store.quality.QualityRules;
import vn.kientao.reform.procedures.store.report.Cut;

/**
 * Scores of officers and bodies (Circular 01/2018/TT-VPCP, Articles 13 to 15): indices 1, 2, 3, 5, 7 and 9 from the events
 * of dossiers, 4 and 6 from ratings, 8 from petitions, all of them completed by what people entered. What is published is what this computes.
 */
@Component(service = Quality.class)
public final class Quality {
    /** Name of the setting how many dossiers somebody must have settled to be classed. */
    public static final String LEAST_DOSSIERS = "class-least-dossiers";
    /** Name of the setting of how many points index 766 must be computable to be graded. */
    public static final String LEAST_POINTS = "index-least-points";

    private static final TextBundle TEXTS = TextBundle.of(Quality.class);

    private final Database database;
    private final AuditTrail audit;
    private final Clock clock;
    private final QualityFacts facts = new QualityFacts();
    private final CitizenFacts citizens = new CitizenFacts();
    private final QualityEntries entries = new QualityEntries();
    private final QualityRules rules = new QualityRules();
    private final ShareCounts shares = new ShareCounts();
    private final PublishedScores published = new PublishedScores();

    @Activate
    public Quality(
            @Reference Database database,
            @Reference AuditTrail audit,
            @Reference Clock clock,
            @Reference ProcedureTables tables) {
        this.database = database;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param level the agency's type in the register: {@code department}, {@code district}, {@code commune} … */
    public BodyScore body(String agency, String level, Period period) {
        return database.read(handle -> body(handle, agency, level, period));
    }

    private BodyScore body(Handle handle, String agency, String level, Period period) {
        LocalDateTime begin = period.from().atStartOfDay();
        LocalDateTime end = period.end().atStartOfDay();
        LocalDateTime now = LocalDateTime.ofInstant(clock.instant(), Formats.ZONE);
        QualityRules.Settings settings = rules.on(handle, period.to());
        List<SettledLike> settled = facts.ofBody(handle, agency, begin, end);
        BodyFacts body = facts.body(handle, agency, begin, end, now);
        Map<QualityIndex, Points> points = SettledLike.points(settled);
        points.put(QualityIndex.ON_THE_SPOT, body.spotPoints(settings.number("on-the-spot", level)));
        points.put(
                QualityIndex.ONLINE,
                body.onlinePoints(
                        settings.number("online-procedures"),
                        settings.number("online-dossiers"),
                        settings.number("online-dossiers-least")));
        rated(points, citizens.rated(handle, agency, begin, end));
        Answered petitions = citizens.petitions(handle, agency, begin, end, now);
        points.put(QualityIndex.PETITIONS, petitions.points(settings.number("petitions-least"), !settled.isEmpty()));
        List<QualityEntry> entered = entries.of(handle, agency, period);
        add(points, entered);
        ScoreCard card = new ScoreCard(Arrays.asList(QualityIndex.values()), points, settings.empty());
        List<QualityClass> classes = rules.classes(handle, "BODY", period.to());
        return new BodyScore(card, rating(card, classes, settled, settings), body, inTime(settled), entered);
    }

    /** Whoever settled fewer dossiers than the rules ask for is not classed: so little says nothing. */
    private static Optional<QualityClass> rating(
            ScoreCard card, List<QualityClass> classes, List<SettledLike> settled, QualityRules.Settings settings) {
        return SettledLike.dossiers(settled) < settings.number(LEAST_DOSSIERS) ? Optional.empty() : card.among(classes);
    }

    private static void add(Map<QualityIndex, Points> points, List<QualityEntry> entered) {
        entered.forEach(entry -> points.merge(entry.index(), entry.points(), Points::plus));
    }

    private static void rated(Map<QualityIndex, Points> points, List<Rated> answers) {
        for (Rated answer : answers) {
            QualityIndex.of(answer.index())
                    .filter(QualityIndex::fromRatings)
                    .ifPresent(
                            index -> points.merge(index, Points.each(answer.points(), answer.answers()), Points::plus));
        }
    }

    private static Share inTime(List<SettledLike> settled) {
        long all = SettledLike.dossiers(settled);
        long late = SettledLike.dossiers(
                settled.stream().filter(like -> like.timing() == Timing.LATE).toList());
        return new Share(all - late, all);
    }

    /** The scores of everybody who received or settled a dossier that ended in the period, in order of account. */
    public List<OfficerScore> officers(String agency, Period period) {
        return database.read(handle -> {
            Map<String, List<SettledLike>> settled = new TreeMap<>();
            LocalDateTime begin = period.from().atStartOfDay();
            LocalDateTime end = period.end().atStartOfDay();
            List<Rated> rated = citizens.ratedOfOfficers(handle, agency, begin, end);
            for (SettledLike like : facts.ofOfficers(handle, agency, begin, end)) {
                settled.computeIfAbsent(like.account(), account -> new ArrayList<>())
                        .add(like);
            }
            List<QualityEntry> entered = entries.of(handle, agency, period);
            QualityRules.Settings settings = rules.on(handle, period.to());
            List<QualityClass> classes = rules.classes(handle, "STAFF", period.to());
            List<OfficerScore> scores = new ArrayList<>();
            settled.forEach((account, likes) -> {
                Map<QualityIndex, Points> points = new EnumMap<>(SettledLike.points(likes));
                rated(
                        points,
                        rated.stream().filter(one -> one.who().equals(account)).toList());
                add(
                        points,
                        entered.stream()
                                .filter(entry -> entry.account().equals(account))
                                .toList());
                ScoreCard card = new ScoreCard(QualityIndex.ofStaff(), points, settings.empty());
                scores.add(new OfficerScore(account, card, rating(card, classes, likes, settings)));
            });
            return scores;
        });
    }

    /** Adds a line of what people found; a repetition with the same key adds nothing. */
    public void enter(String agency, QualityEntry entry, Optional<String> onceKey, AuditEntry note) {
        database.write(transaction -> {
            if (onceKey.filter(key -> entries.made(transaction, agency, key)).isPresent()) {
                return false;
            }
            entries.add(transaction, agency, entry, onceKey);
            audit.record(transaction, note);
            return true;
        });
    }

    /** Gives the rules that an agency may choose other values from a day on. */
    public void choose(Choice choice, LocalDate from, String basis, AuditEntry note) {
        database.write(transaction -> {
            rules.set(transaction, "empty-index", choice.empty().name(), from, basis);
            rules.set(transaction, LEAST_DOSSIERS, String.valueOf(choice.leastDossiers()), from, basis);
            rules.set(transaction, LEAST_POINTS, String.valueOf(choice.leastPoints()), from, basis);
            audit.record(transaction, note);
            return true;
        });
    }

    /** The rules that an agency may choose as they are valid on a day. */
    public Choice choice(LocalDate day) {
        return database.read(handle -> {
            QualityRules.Settings settings = rules.on(handle, day);
            return new Choice(settings.empty(), settings.number(LEAST_DOSSIERS), settings.number(LEAST_POINTS));
        });
    }

    /**
     * What the circular, and Decision 766/QĐ-TTg, leave open.
     *
     * @param empty what counts for an index without data
     * @param leastDossiers how many dossiers somebody must have settled in a period to be classed
     * @param leastPoints of how many of its 100 points index 766 must be computable to be graded
     */
    public record Choice(EmptyIndex empty, int leastDossiers, int leastPoints) {}

    /** Publishes the scores of a month as they are computed now, in place of what was published before. */
    public PublishedScore publish(
            String agency, String level, YearMonth month, String by, LocalDateTime at, AuditEntry note) {
        return database.write(transaction -> {
            BodyScore score = body(transaction, agency, level, Period.month(month));
            PublishedScore out = new PublishedScore(
                    agency,
                    month,
                    score.card().total(),
                    score.rating()
                            .map(QualityClass::name)
                            .orElseGet(() -> TEXTS.text(score.card().unclassed())),
                    score.inTime(),
                    score.card().indices().stream()
                            .map(index -> index(score.card(), index))
                            .toList(),
                    at);
            published.put(transaction, out, by);
            published.put(transaction, shares(transaction, agency, month, at));
            audit.record(transaction, note);
            return out;
        });
    }

    private PublishedShares shares(Handle transaction, String agency, YearMonth month, LocalDateTime at) {
        Period period = Period.month(month);
        Cut cut = new Cut(
                Optional.of(agency),
                Optional.empty(),
                period.from().atStartOfDay(),
                period.end().atStartOfDay());
        return new PublishedShares(month, agency, at, shares.of(transaction, cut, period.to()));
    }

    private static PublishedScore.Index index(ScoreCard card, QualityIndex index) {
        Points points = card.of(index);
        return new PublishedScore.Index(index, points.points(), points.dossiers(), points.score());
    }

    /** What was published for a month, in order of agency. */
    public List<PublishedScore> published(YearMonth month) {
        return database.read(handle -> published.of(handle, month));
    }

    /** The shares that agencies published, by month and agency, from behind a place on. */
    public List<PublishedShares> publishedShares(Optional<PublishedShares.Key> after, int size) {
        return database.read(handle -> published.shares(handle, after, size));
    }

    /** What an agency published last, newest first. */
    public List<PublishedScore> publishedOf(String agency, int months) {
        return database.read(handle -> published.of(handle, agency, months));
    }

    /** The last month of which anything was published. */
    public Optional<YearMonth> newestPublished() {
        return database.read(published::newest);
    }
}
