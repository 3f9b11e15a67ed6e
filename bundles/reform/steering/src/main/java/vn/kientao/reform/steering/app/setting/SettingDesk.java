package vn.kientao.reform.steering.app.setting;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.data.StaleRecordException;
import vn.kientao.platform.api.security.AuditEntry;
import vn.kientao.platform.api.security.AuditTrail;
import vn.kientao.reform.steering.app.Facts;
import vn.kientao.reform.steering.app.task.Tasks;
import vn.kientao.reform.steering.domain.report.PeriodRule;
import vn.kientao.reform.steering.domain.report.ReportKind;
import vn.kientao.reform.steering.domain.setting.Dated;
import vn.kientao.reform.steering.domain.setting.Setting;
import vn.kientao.reform.steering.domain.setting.SettingName;
import vn.kientao.reform.steering.store.SteeringTables;
import vn.kientao.reform.steering.store.report.ReportRules;
import vn.kientao.reform.steering.store.setting.Settings;
import vn.kientao.reform.steering.store.setting.Succession;

/**
 * Changes settings and periods of reports from a day on. What holds until then ends the day before; what has begun is never
 * changed, so that every decision can be explained by the row of its day. A row that has not begun may be taken back.
 */
@Component(service = SettingDesk.class)
public final class SettingDesk {
    private final Database database;
    private final AuditTrail audit;
    private final Settings settings = new Settings();
    private final ReportRules periods = new ReportRules();

    @Activate
    public SettingDesk(@Reference Database database, @Reference AuditTrail audit, @Reference SteeringTables tables) {
        this.database = database;
        this.audit = audit;
    }

    /** All rows of a setting, the newest first. */
    public List<Setting> settings(SettingName name) {
        return database.read(handle -> settings.of(handle, name));
    }

    /** All rows of all settings, of each the newest first. */
    public Map<SettingName, List<Setting>> settings() {
        return database.read(settings::all);
    }

    /** All rows about periods, of each kind of report the newest first. */
    public Map<ReportKind, List<PeriodRule>> periods() {
        return database.read(periods::periods).stream()
                .sorted(Comparator.comparing(PeriodRule::validFrom).reversed())
                .collect(Collectors.groupingBy(PeriodRule::kind));
    }

    /** All rows about a kind of report, the newest first. */
    public List<PeriodRule> periods(ReportKind kind) {
        return periods().getOrDefault(kind, List.of());
    }

    /**
     * Lets a setting have another value from a day on.
     *
     * @param seen the last row as the person saw it
     * @throws StaleRecordException when it is no longer the last one
     * @throws IllegalArgumentException when {@code next} begins before today or not after {@code seen}
     */
    public void change(Setting seen, Setting next, Tasks.Act act) {
        succeed(
                Succession.SETTINGS,
                next.name().word(),
                seen,
                next,
                transaction -> settings.add(transaction, next),
                act,
                act.entry().changing(facts(seen), facts(next)));
    }

    /** Lets a kind of report have another period from a day on; refuses as {@link #change(Setting, Setting, Tasks.Act)}. */
    public void change(PeriodRule seen, PeriodRule next, Tasks.Act act) {
        if (seen.disturbedBy(next).isPresent()) {
            throw new IllegalArgumentException("a year without one " + next.kind() + " (expected: one in each year)");
        }
        succeed(
                Succession.REPORT_PERIODS,
                next.kind().name(),
                seen,
                next,
                transaction -> periods.addPeriod(transaction, next),
                act,
                act.entry().changing(facts(seen), facts(next)));
    }

    /**
     * Takes back a value that has not begun; the one before holds on.
     *
     * @throws StaleRecordException when it is no longer the last one
     * @throws IllegalArgumentException when it has begun
     */
    public void takeBack(Setting coming, Tasks.Act act) {
        takeBack(
                Succession.SETTINGS,
                coming.name().word(),
                coming,
                act,
                act.entry().changing(facts(coming), ""));
    }

    /** Takes back a period that has not begun; refuses as {@link #takeBack(Setting, Tasks.Act)}. */
    public void takeBack(PeriodRule coming, Tasks.Act act) {
        takeBack(
                Succession.REPORT_PERIODS,
                coming.kind().name(),
                coming,
                act,
                act.entry().changing(facts(coming), ""));
    }

    private void succeed(
            Succession rows,
            String rule,
            Dated seen,
            Dated next,
            Consumer<Handle> add,
            Tasks.Act act,
            AuditEntry entry) {
        LocalDate from = next.validFrom();
        if (from.isBefore(act.at().toLocalDate()) || !from.isAfter(seen.validFrom())) {
            throw new IllegalArgumentException(
                    rule + " from " + from + " (expected: from today on, after " + seen.validFrom() + ")");
        }
        database.write(transaction -> {
            expect(rows.end(transaction, rule, seen.validFrom(), from.minusDays(1)), rule);
            add.accept(transaction);
            audit.record(transaction, entry.because(next.legalBasis()));
            return rule;
        });
    }

    private void takeBack(Succession rows, String rule, Dated coming, Tasks.Act act, AuditEntry entry) {
        if (!coming.comingOn(act.at().toLocalDate())) {
            throw new IllegalArgumentException(rule + " from " + coming.validFrom() + " has begun");
        }
        database.write(transaction -> {
            expect(rows.takeBack(transaction, rule, coming.validFrom()), rule);
            audit.record(transaction, entry);
            return rule;
        });
    }

    /** Rows are told apart by their first days; a rule as a whole has no version. */
    private static void expect(boolean last, String rule) {
        if (!last) {
            throw new StaleRecordException("rule " + rule, 0);
        }
    }

    private static String facts(Setting setting) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("value", setting.value());
        return facts(facts, setting);
    }

    private static String facts(PeriodRule rule) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("from", rule.from() + (rule.yearBefore() ? " of the year before" : ""));
        facts.put("to", rule.to().toString());
        facts.put("due", rule.due().toString());
        facts.put("internalDays", "" + rule.internalDays());
        return facts(facts, rule);
    }

    private static String facts(Map<String, String> facts, Dated row) {
        facts.put("validFrom", row.validFrom().toString());
        facts.put("legalBasis", row.legalBasis());
        return new Facts(facts).json();
    }
}
