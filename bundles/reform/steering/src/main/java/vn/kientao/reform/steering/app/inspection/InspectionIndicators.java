package vn.kientao.reform.steering.app.inspection;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.indicator.Indicator;
import vn.kientao.platform.api.indicator.IndicatorSource;
import vn.kientao.platform.api.indicator.IndicatorValue;
import vn.kientao.platform.api.indicator.Period;
import vn.kientao.platform.api.text.LocalText;
import vn.kientao.platform.api.text.TextBundle;
import vn.kientao.reform.steering.store.inspection.FindingRows;

/** The figures of inspections for others: the share of agencies inspected, and what was found and remedied at an agency. */
@Component
public final class InspectionIndicators implements IndicatorSource {
    /** Of all agencies, the share that was inspected in the period; the same for every agency. */
    static final String INSPECTED = "steering.agencies-inspected";
    /** Of what was found in the period at the agency and has to be remedied, the share that is. */
    static final String REMEDIED = "steering.findings-remedied";
    /** What was found in the period at the agency and is not remedied. */
    static final String OPEN = "steering.findings-open";

    private static final TextBundle TEXTS = TextBundle.of(InspectionIndicators.class);
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final Inspections inspections;

    @Activate
    public InspectionIndicators(@Reference Inspections inspections) {
        this.inspections = inspections;
    }

    @Override
    public List<Indicator> indicators() {
        return List.of(
                share(INSPECTED, "inspected"),
                share(REMEDIED, "remedied"),
                new Indicator(
                        OPEN,
                        TEXTS.text("inspection.indicator.open"),
                        TEXTS.text("inspection.indicator.unit"),
                        Optional.empty(),
                        Optional.empty()));
    }

    private static Indicator share(String code, String word) {
        String key = "inspection.indicator." + word;
        return new Indicator(
                code,
                TEXTS.text(key),
                LocalText.same("%"),
                Optional.of(TEXTS.text(key + ".numerator")),
                Optional.of(TEXTS.text(key + ".denominator")));
    }

    @Override
    public List<IndicatorValue> values(List<String> codes, String agency, Period period) {
        List<IndicatorValue> values = new ArrayList<>();
        FindingRows.Counts counts = inspections.findings(agency, period.from(), period.to());
        for (String code : codes) {
            switch (code) {
                case INSPECTED -> {
                    long visited = inspections.visited(period.from(), period.to());
                    values.add(share(code, agency, period, visited, inspections.agencies(period.to())));
                }
                case REMEDIED -> values.add(share(code, agency, period, counts.remedied(), counts.raised()));
                case OPEN ->
                    values.add(new IndicatorValue(
                            code,
                            agency,
                            period,
                            Optional.of(BigDecimal.valueOf(counts.open())),
                            OptionalLong.empty(),
                            OptionalLong.empty(),
                            Optional.of(address(agency))));
                default -> {
                    // Not one of these.
                }
            }
        }
        return values;
    }

    private static IndicatorValue share(String code, String agency, Period period, long part, long whole) {
        return new IndicatorValue(
                code,
                agency,
                period,
                whole == 0
                        ? Optional.empty()
                        : Optional.of(BigDecimal.valueOf(part)
                                .multiply(HUNDRED)
                                .divide(BigDecimal.valueOf(whole), 2, RoundingMode.HALF_UP)),
                OptionalLong.of(part),
                OptionalLong.of(whole),
                Optional.of(address(agency)));
    }

    private static String address(String agency) {
        return "/" + agency + "/steering/inspections";
    }
}
