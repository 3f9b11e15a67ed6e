package vn.kientao.reform.steering.app.indicator;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import vn.kientao.platform.api.indicator.Indicator;
import vn.kientao.platform.api.indicator.IndicatorSource;
import vn.kientao.platform.api.indicator.IndicatorValue;
import vn.kientao.platform.api.indicator.Period;
import vn.kientao.platform.api.module.Extensions;
import vn.kientao.reform.steering.app.InAgency;

/** Asks the modules that serve an agency for their figures, in the circumstances of that agency. */
public final class ModuleFigures {
    private final Extensions extensions;

    public ModuleFigures(Extensions extensions) {
        this.extensions = extensions;
    }

    /** A figure and what it comes to. */
    public record Measured(Indicator indicator, IndicatorValue value) {}

    /** Everything that is measured at an agency. */
    public List<Indicator> known(String agency) {
        return extensions.of(IndicatorSource.class, agency, IndicatorSource::indicators).stream()
                .flatMap(List::stream)
                .toList();
    }

    /**
     * The figures whose code is wanted.
     *
     * @param agency code of the agency whose figures they are
     */
    public List<Measured> of(String agency, Period period, Predicate<String> wanted) {
        return InAgency.of(
                agency,
                () ->
                        extensions
                                .of(IndicatorSource.class, agency, source -> values(source, agency, period, wanted))
                                .stream()
                                .flatMap(List::stream)
                                .toList());
    }

    private static List<Measured> values(
            IndicatorSource source, String agency, Period period, Predicate<String> wanted) {
        Map<String, Indicator> known = new LinkedHashMap<>();
        source.indicators().stream().filter(one -> wanted.test(one.code())).forEach(one -> known.put(one.code(), one));
        if (known.isEmpty()) {
            return List.of();
        }
        return source.values(List.copyOf(known.keySet()), agency, period).stream()
                .flatMap(value -> Optional.ofNullable(known.get(value.code())).stream()
                        .map(indicator -> new Measured(indicator, value)))
                .toList();
    }
}
