package vn.kientao.reform.steering.app.goal;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Month;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.directory.Agencies;
import vn.kientao.platform.api.directory.Agency;
import vn.kientao.platform.api.indicator.Indicator;
import vn.kientao.platform.api.indicator.IndicatorValue;
import vn.kientao.platform.api.indicator.Period;
import vn.kientao.platform.api.module.Extensions;
import vn.kientao.platform.api.security.AuditTrail;
import vn.kientao.reform.steering.app.AuditEntries;
import vn.kientao.reform.steering.app.indicator.ModuleFigures;
import vn.kientao.reform.steering.app.indicator.ModuleFigures.Measured;
import vn.kientao.reform.steering.app.task.Tasks;
import vn.kientao.reform.steering.domain.goal.CountedValue;
import vn.kientao.reform.steering.domain.goal.Target;
import vn.kientao.reform.steering.store.SteeringTables;
import vn.kientao.reform.steering.store.goal.CountedRows;
import vn.kientao.reform.steering.store.goal.TargetRows;

/**
 * Has the modules count what the targets that they measure have come to (D5.5b): for each year since it is a target, from its first
 * day to its last or to today, at every agency that exists then.
 */
@Component(service = TargetCounting.class)
public final class TargetCounting {
    private final Database database;
    private final AuditTrail audit;
    private final Agencies agencies;
    private final ModuleFigures figures;
    private final TargetRows targets = new TargetRows();
    private final CountedRows rows = new CountedRows();

    @Activate
    public TargetCounting(
            @Reference Database database,
            @Reference AuditTrail audit,
            @Reference Agencies agencies,
            @Reference Extensions extensions,
            @Reference SteeringTables tables) {
        this.database = database;
        this.audit = audit;
        this.agencies = agencies;
        this.figures = new ModuleFigures(extensions);
    }

    /** Every figure that can measure a target, as the modules of an agency offer them. */
    public List<Indicator> known(String agency) {
        return figures.known(agency);
    }

    /**
     * Counts one target because somebody asks for it, every year anew.
     *
     * @return how many years were counted; none when no module offers the figure
     */
    public int count(Target target, LocalDateTime now, Tasks.Act act) {
        int years = count(List.of(target), Map.of(), now);
        return database.write(transaction -> {
            audit.record(transaction, AuditEntries.about(act.entry(), target.code(), "{\"years\":" + years + "}"));
            return years;
        });
    }

    /**
     * Counts what was not counted today: the present year once a day, years that are over once.
     *
     * @return how many years of how many targets together were counted
     */
    public int countDue(LocalDateTime now) {
        List<Target> measured = database.read(targets::all).stream()
                .filter(target -> target.indicator().isPresent())
                .toList();
        return measured.isEmpty() ? 0 : count(measured, database.read(rows::totals), now);
    }

    private int count(List<Target> measured, Map<Long, List<CountedValue>> present, LocalDateTime now) {
        int first = measured.stream()
                .mapToInt(target -> target.validFrom().getYear())
                .min()
                .orElse(now.getYear());
        int counted = 0;
        for (int year = first; year <= now.getYear(); year++) {
            int each = year;
            List<Target> due = measured.stream()
                    .filter(target -> target.validIn(each) && !done(target, each, present, now.toLocalDate()))
                    .toList();
            counted += due.isEmpty() ? 0 : countYear(due, year, now);
        }
        return counted;
    }

    private static boolean done(Target target, int year, Map<Long, List<CountedValue>> present, LocalDate today) {
        return present.getOrDefault(target.id(), List.of()).stream()
                .anyMatch(value -> value.year() == year && value.to().equals(last(year, today)));
    }

    private static LocalDate last(int year, LocalDate today) {
        LocalDate end = LocalDate.of(year, Month.DECEMBER, 31);
        return end.isBefore(today) ? end : today;
    }

    private int countYear(List<Target> due, int year, LocalDateTime now) {
        Period period = new Period(LocalDate.of(year, Month.JANUARY, 1), last(year, now.toLocalDate()));
        Set<String> codes =
                due.stream().flatMap(target -> target.indicator().stream()).collect(Collectors.toSet());
        Map<String, List<CountedValue.Part>> parts = new LinkedHashMap<>();
        for (Agency agency : agencies.on(period.to())) {
            for (Measured one : figures.of(agency.code(), period, codes::contains)) {
                parts.computeIfAbsent(one.value().code(), any -> new ArrayList<>())
                        .add(part(agency.code(), one.value()));
            }
        }
        Function<Target, Optional<List<CountedValue.Part>>> of =
                target -> target.indicator().map(parts::get);
        List<Target> answered =
                due.stream().filter(target -> of.apply(target).isPresent()).toList();
        answered.forEach(target -> database.write(transaction -> {
            CountedValue value =
                    CountedValue.of(year, period.to(), now, of.apply(target).orElseThrow());
            rows.replace(transaction, target.id(), value);
            return value;
        }));
        return answered.size();
    }

    private static CountedValue.Part part(String agency, IndicatorValue value) {
        return new CountedValue.Part(
                agency,
                value.value(),
                value.numerator(),
                value.denominator(),
                value.address().orElse(""));
    }
}
