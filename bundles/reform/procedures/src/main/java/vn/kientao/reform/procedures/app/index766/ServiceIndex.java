package vn.kientao.reform.procedures.app.index766;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.data.StaleRecordException;
import vn.kientao.platform.api.indicator.Period;
import vn.kientao.platform.api.security.AuditEntry;
import vn.kientao.platform.api.security.AuditTrail;
import vn.kientao.reform.procedures.app.report.ProcedureIndicators;
import vn.kientao.reform.procedures.domain.index766.IndexItem;
import vn.kientao.reform.procedures.domain.index766.IndexScore;
import vn.kientao.reform.procedures.domain.index766.IndexVersion;
import vn.kientao.reform.procedures.domain.quality.QualityClass;
import vn.kientao.reform.procedures.store.ProcedureTables;
import vn.kientao.reform.procedures.store.index766.IndexVersions;

/** The index of service quality: never typed, always computed from the same indicators that other modules are given. */
@Component(service = ServiceIndex.class)
public final class ServiceIndex {
    private final Database database;
    private final AuditTrail audit;
    private final ProcedureIndicators indicators;
    private final IndexVersions versions = new IndexVersions();

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
        return on(period.to())
                .map(version -> new IndexScore(
                        version,
                        indicators.shares(
                                version.items().stream()
                                        .map(IndexItem::measure)
                                        .filter(code -> !code.isEmpty())
                                        .collect(Collectors.toSet()),
                                agency,
                                period)));
    }

    /** The version in force on a day. */
    public Optional<IndexVersion> on(LocalDate day) {
        return database.read(handle -> versions.on(handle, day));
    }

    /** All versions without their items, newest first. */
    public List<IndexVersion> history() {
        return database.read(versions::all);
    }

    /** The grade of a total. */
    public Optional<QualityClass> grade(BigDecimal total, LocalDate day) {
        return database.read(handle -> versions.grades(handle, day)).stream()
                .filter(grade -> total.compareTo(grade.least()) >= 0)
                .findFirst();
    }

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
