package vn.kientao.reform.steering.app.task;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.indicator.Indicator;
import vn.kientao.platform.api.indicator.IndicatorSource;
import vn.kientao.platform.api.indicator.IndicatorValue;
import vn.kientao.platform.api.indicator.Period;
import vn.kientao.platform.api.text.LocalText;
import vn.kientao.platform.api.text.TextBundle;
import vn.kientao.reform.steering.store.task.TaskFacts;
import vn.kientao.reform.steering.store.task.TaskFacts.Counts;

/**
 * Tasks as figures for others, by lead and period, from dated facts cut off at the end of the period. Tasks that are not yet
 * due stay out of the rates.
 */
@Component
public final class TaskIndicators implements IndicatorSource {
    private static final TextBundle TEXTS = TextBundle.of(TaskIndicators.class);
    private static final String MODULE = "steering.";
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private static final List<String> NUMBERS =
            List.of("tasks-given", "tasks-done", "tasks-done-late", "tasks-open", "tasks-overdue");
    private static final List<String> SHARES = List.of("tasks-completion", "tasks-on-time");

    private final Database database;
    private final TaskFacts facts = new TaskFacts();

    @Activate
    public TaskIndicators(@Reference Database database, @Reference Tasks migrated) {
        this.database = database;
    }

    @Override
    public List<Indicator> indicators() {
        List<Indicator> indicators = new ArrayList<>();
        for (String word : SHARES) {
            String key = "indicator." + word;
            indicators.add(new Indicator(
                    MODULE + word,
                    TEXTS.text(key),
                    LocalText.same("%"),
                    Optional.of(TEXTS.text(key + ".numerator")),
                    Optional.of(TEXTS.text(key + ".denominator"))));
        }
        for (String word : NUMBERS) {
            indicators.add(new Indicator(
                    MODULE + word,
                    TEXTS.text("indicator." + word),
                    TEXTS.text("indicator.tasks"),
                    Optional.empty(),
                    Optional.empty()));
        }
        return indicators;
    }

    @Override
    public List<IndicatorValue> values(List<String> codes, String agency, Period period) {
        Counts counts = database.read(handle -> facts.of(handle, agency, period.from(), period.to()));
        return codes.stream()
                .filter(code -> code.startsWith(MODULE))
                .flatMap(code -> value(code, counts, agency, period).stream())
                .toList();
    }

    private static Optional<IndicatorValue> value(String code, Counts counts, String agency, Period period) {
        long done = counts.onTime() + counts.late();
        return switch (code.substring(MODULE.length())) {
            case "tasks-given" -> number(code, counts.given(), agency, period, "part=LEAD");
            case "tasks-done" -> number(code, done, agency, period, done(period));
            case "tasks-done-late" -> number(code, counts.late(), agency, period, "standing=DONE_LATE&" + done(period));
            case "tasks-open" -> number(code, counts.open(), agency, period, "part=LEAD");
            case "tasks-overdue" -> number(code, counts.overdue(), agency, period, "standing=OVERDUE");
            case "tasks-completion" -> share(code, done, done + counts.overdue(), agency, period, "part=LEAD");
            case "tasks-on-time" -> share(code, counts.onTime(), done, agency, period, done(period));
            default -> Optional.empty();
        };
    }

    private static String done(Period period) {
        return "ended=1&doneFrom=" + period.from() + "&doneTo=" + period.to();
    }

    private static Optional<IndicatorValue> number(
            String code, long number, String agency, Period period, String list) {
        return Optional.of(new IndicatorValue(
                code,
                agency,
                period,
                Optional.of(BigDecimal.valueOf(number)),
                OptionalLong.empty(),
                OptionalLong.empty(),
                Optional.of(address(agency, list))));
    }

    private static Optional<IndicatorValue> share(
            String code, long part, long whole, String agency, Period period, String list) {
        Optional<BigDecimal> percent = whole == 0
                ? Optional.empty()
                : Optional.of(BigDecimal.valueOf(part)
                        .multiply(HUNDRED)
                        .divide(BigDecimal.valueOf(whole), 2, RoundingMode.HALF_UP));
        return Optional.of(new IndicatorValue(
                code,
                agency,
                period,
                percent,
                OptionalLong.of(part),
                OptionalLong.of(whole),
                Optional.of(address(agency, list))));
    }

    /** The list as it is today; the figure is as of the end of the period. */
    private static String address(String agency, String list) {
        return "/" + agency + "/steering/tasks?" + list;
    }
}
