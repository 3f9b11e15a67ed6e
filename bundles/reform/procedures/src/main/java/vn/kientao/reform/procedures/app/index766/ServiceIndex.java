package vn.kientao.reform.procedures.app.index766;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.data.StaleRecordException;
import vn.kientao.platform.api.indicator.Period;
import vn.kientao.platform.api.security.AuditEntry;
import vn.kientao.platform.api.security.AuditTrail;
import vn.kientao.reform.procedures.app.quality.Quality;
import vn.kientao.reform.procedures.app.report.ProcedureIndicators;
import vn.kientao.reform.procedures.domain.index766.IndexItem;
import vn.kientao.reform.procedures.domain.index766.IndexScore;
import vn.kientao.reform.procedures.domain.index766.IndexVersion;
import vn.kientao.reform.procedures.domain.quality.QualityClass;
import vn.kientao.reform.procedures.domain.report.Share;
import vn.kientao.reform.procedures.store.ProcedureTables;
import vn.kientao.reform.procedures.store.index766.IndexVersions;
import vn.kientao.reform.procedures.store.quality.QualityRules;

/** The index of service quality: never typed, always computed from the same indicators that other modules are given. */
@Component(service = ServiceIndex.class)
public final class ServiceIndex {
    private final Database database;
    private final AuditTrail audit;
    private final ProcedureIndicators indicators;
    private final IndexVersions versions = new IndexVersions();
    private final QualityRules rules = new QualityRules();

    @Activate
    public ServiceIndex(
            @Reference Database database,
            @Reference AuditTrail audit,
            @Reference ProcedureIndicators indicators,
            @Reference ProcedureTables tables) {
        this.database = database;
        this.audit = audit;
        this.indicators = indicators;
    }

    /** The points of an agency; empty when no version is valid at the end of the period. */
    public Optional<IndexScore> score(String agency, Period period) {
        return on(period.to()).map(version -> {
            Set<String> codes = version.items().stream()
                    .map(IndexItem::measure)
                    .filter(code -> !code.isEmpty())
                    .collect(Collectors.toCollection(HashSet::new));
            codes.add(ProcedureIndicators.ON_TIME);
            Map<String, Share> rates = indicators.shares(codes, agency, period);
            Share onTime = rates.getOrDefault(ProcedureIndicators.ON_TIME, new Share(0, 0));
            return new IndexScore(version, rates, onTime.whole());
        });
    }

    /** The version in force on a day. */
    public Optional<IndexVersion> on(LocalDate day) {
        return database.read(handle -> versions.on(handle, day));
    }

    /** All versions without their items, newest first. */
    public List<IndexVersion> history() {
        return database.read(versions::all);
    }

    /**
     * The grade of a score by its share of the points that could be computed; empty as long as there is {@linkplain #least too
     * little} to grade by.
     */
    public Optional<QualityClass> grade(IndexScore score, LocalDate day) {
        Least least = least(day);
        if (score.settled() < least.dossiers()
                || score.computable().compareTo(BigDecimal.valueOf(least.points())) < 0) {
            return Optional.empty();
        }
        return score.percent()
                .flatMap(percent -> database.read(handle -> versions.grades(handle, day)).stream()
                        .filter(grade -> percent.compareTo(grade.least()) >= 0)
                        .findFirst());
    }

    /** How much there must be for a grade; the decision does not say, so both are settings. */
    public Least least(LocalDate day) {
        return database.read(handle -> {
            QualityRules.Settings settings = rules.on(handle, day);
            return new Least(settings.number(Quality.LEAST_DOSSIERS), settings.number(Quality.LEAST_POINTS));
        });
    }

    /**
     * @param dossiers settled in the period
     * @param points that could be computed, of 100
     */
    public record Least(int dossiers, int points) {}

    /**
     * Makes a new version with other points; what it does not name stays.
     *
     * @param seen the newest version that its author saw
     * @param changes by code of the item
     * @throws StaleRecordException when somebody made another version meanwhile
     */
    public void change(
            long seen,
            IndexVersion from,
            Map<String, IndexItem> changes,
            LocalDate validFrom,
            String reason,
            String by,
            LocalDateTime at,
            AuditEntry note) {
        database.write(transaction -> {
            if (versions.newest(transaction) != seen) {
                throw new StaleRecordException("service index", seen);
            }
            List<IndexItem> items = from.items().stream()
                    .map(item -> changes.getOrDefault(item.code(), item))
                    .toList();
            versions.add(transaction, new IndexVersion(0, validFrom, reason, by, at, items));
            audit.record(transaction, note);
            return true;
        });
    }
}
