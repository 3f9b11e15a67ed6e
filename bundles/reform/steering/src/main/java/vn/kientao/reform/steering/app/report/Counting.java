package vn.kientao.reform.steering.app.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;
import vn.kientao.platform.api.indicator.IndicatorValue;
import vn.kientao.platform.api.indicator.Period;
import vn.kientao.platform.api.module.Extensions;
import vn.kientao.platform.api.text.LocalText;
import vn.kientao.platform.api.text.TextBundle;
import vn.kientao.reform.steering.app.indicator.ModuleFigures;
import vn.kientao.reform.steering.app.indicator.ModuleFigures.Measured;
import vn.kientao.reform.steering.domain.report.FactKind;
import vn.kientao.reform.steering.domain.report.Figure;
import vn.kientao.reform.steering.store.report.FactRows;

/**
 * Counts the figures of a report from dated facts: those of this module from its records, those of other modules through
 * their indicators. Nothing is ever summed from reports, whose periods overlap.
 */
final class Counting {
    private static final TextBundle TEXTS = TextBundle.of(Counting.class);
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final int PLACES = 2;
    private static final String OWN = "steering.";

    private final ModuleFigures modules;
    private final FactRows facts = new FactRows();

    Counting(Extensions extensions) {
        this.modules = new ModuleFigures(extensions);
    }

    /**
     * The figures of this module.
     *
     * @param agencies none for the whole province
     */
    List<Figure> facts(Handle handle, Set<String> agencies, Period period) {
        Map<FactKind, Map<String, Long>> counts = new LinkedHashMap<>();
        Set<String> areas = new TreeSet<>();
        for (FactKind kind : FactKind.values()) {
            Map<String, Long> byArea = facts.byArea(handle, kind, agencies, period);
            counts.put(kind, byArea);
            areas.addAll(byArea.keySet());
        }
        List<Figure> figures = new ArrayList<>();
        counts.forEach((kind, byArea) -> {
            figures.add(figure(kind, "", sum(byArea)));
            if (kind.byArea()) {
                areas.forEach(area -> figures.add(figure(kind, area, byArea.getOrDefault(area, 0L))));
            }
        });
        figures.add(completion(counts, ""));
        areas.forEach(area -> figures.add(completion(counts, area)));
        return figures;
    }

    private static long sum(Map<String, Long> byArea) {
        return byArea.values().stream().mapToLong(Long::longValue).sum();
    }

    private static Figure figure(FactKind kind, String area, long count) {
        return new Figure(
                kind.word(),
                area,
                TEXTS.text(kind.textKey()),
                TEXTS.text(kind.unitKey()),
                Optional.of(BigDecimal.valueOf(count)),
                "");
    }

    /** Tasks that are not due yet stay out of it: done / (done + overdue). */
    private static Figure completion(Map<FactKind, Map<String, Long>> counts, String area) {
        long done = count(counts, FactKind.TASKS_ON_TIME, area) + count(counts, FactKind.TASKS_LATE, area);
        long overdue = count(counts, FactKind.TASKS_OVERDUE, area);
        return new Figure(
                FactKind.COMPLETION,
                area,
                TEXTS.text("report.fact.completion"),
                LocalText.same("%"),
                share(BigDecimal.valueOf(done), BigDecimal.valueOf(done + overdue)),
                "");
    }

    private static long count(Map<FactKind, Map<String, Long>> counts, FactKind kind, String area) {
        Map<String, Long> byArea = counts.getOrDefault(kind, Map.of());
        return area.isEmpty() ? sum(byArea) : byArea.getOrDefault(area, 0L);
    }

    private static Optional<BigDecimal> share(BigDecimal part, BigDecimal whole) {
        return whole.signum() == 0
                ? Optional.empty()
                : Optional.of(part.multiply(HUNDRED).divide(whole, PLACES, RoundingMode.HALF_UP));
    }

    /**
     * The figures of other modules for an agency, or for several together: counts added up, shares made of what stands above
     * and below their lines.
     */
    List<Figure> indicators(List<String> agencies, Period period) {
        Map<String, Figure> figures = new LinkedHashMap<>();
        Map<String, BigDecimal[]> sums = new LinkedHashMap<>();
        for (String agency : agencies) {
            for (Measured one : modules.of(agency, period, code -> !code.startsWith(OWN))) {
                add(figures, sums, one, agencies.size() == 1);
            }
        }
        sums.forEach((code, sum) -> figures.computeIfPresent(
                code,
                (same, figure) ->
                        new Figure(code, "", figure.name(), figure.unit(), share(sum[0], sum[1]), figure.address())));
        return List.copyOf(figures.values());
    }

    private static void add(Map<String, Figure> figures, Map<String, BigDecimal[]> sums, Measured one, boolean alone) {
        IndicatorValue value = one.value();
        String address = alone ? value.address().orElse("") : "";
        Figure figure = new Figure(
                value.code(), "", one.indicator().name(), one.indicator().unit(), value.value(), address);
        if (!alone && value.denominator().isPresent()) {
            BigDecimal[] sum =
                    sums.computeIfAbsent(value.code(), code -> new BigDecimal[] {BigDecimal.ZERO, BigDecimal.ZERO});
            sum[0] = sum[0].add(BigDecimal.valueOf(value.numerator().orElse(0)));
            sum[1] = sum[1].add(BigDecimal.valueOf(value.denominator().getAsLong()));
        }
        figures.merge(value.code(), figure, Counting::sum);
    }

    private static Figure sum(Figure one, Figure other) {
        Optional<BigDecimal> amount = one.amount().isEmpty()
                ? other.amount()
                : one.amount().map(value -> value.add(other.amount().orElse(BigDecimal.ZERO)));
        return new Figure(one.code(), one.area(), one.name(), one.unit(), amount, one.address());
    }
}
