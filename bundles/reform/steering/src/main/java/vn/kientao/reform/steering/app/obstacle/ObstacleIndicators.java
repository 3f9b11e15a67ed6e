package vn.kientao.reform.steering.app.obstacle;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.LocalDateTime;
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
import vn.kientao.platform.api.text.Formats;
import vn.kientao.platform.api.text.LocalText;
import vn.kientao.platform.api.text.TextBundle;
import vn.kientao.reform.steering.domain.obstacle.ObstacleAction.Side;
import vn.kientao.reform.steering.domain.obstacle.ObstacleFigures;
import vn.kientao.reform.steering.domain.obstacle.ObstacleFilter;

/** The figures of obstacles for others: of those raised in a period, how many, answered in time, and with satisfaction. */
@Component
public final class ObstacleIndicators implements IndicatorSource {
    /** How many the agency raised. */
    static final String RAISED = "steering.obstacles-raised";
    /** Of the answers that the agency gave, the share given in time. */
    static final String ON_TIME = "steering.obstacles-on-time";
    /** Of the opinions about its answers, the share that is satisfied. */
    static final String SATISFIED = "steering.obstacles-satisfied";

    private static final TextBundle TEXTS = TextBundle.of(ObstacleIndicators.class);
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final Obstacles obstacles;
    private final Clock clock;

    @Activate
    public ObstacleIndicators(@Reference Obstacles obstacles) {
        this(obstacles, Clock.system(Formats.ZONE));
    }

    ObstacleIndicators(Obstacles obstacles, Clock clock) {
        this.obstacles = obstacles;
        this.clock = clock;
    }

    @Override
    public List<Indicator> indicators() {
        return List.of(
                new Indicator(
                        RAISED,
                        TEXTS.text("obstacle.indicator.raised"),
                        TEXTS.text("obstacle.indicator.unit"),
                        Optional.empty(),
                        Optional.empty()),
                share(ON_TIME, "on-time"),
                share(SATISFIED, "satisfied"));
    }

    private static Indicator share(String code, String word) {
        String key = "obstacle.indicator." + word;
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
        for (String code : codes) {
            value(code, agency, period).ifPresent(values::add);
        }
        return values;
    }

    private Optional<IndicatorValue> value(String code, String agency, Period period) {
        return switch (code) {
            case RAISED -> {
                long count = figures(agency, Side.RAISER, period).all();
                yield Optional.of(new IndicatorValue(
                        code,
                        agency,
                        period,
                        Optional.of(BigDecimal.valueOf(count)),
                        OptionalLong.empty(),
                        OptionalLong.empty(),
                        Optional.of(address(agency, Side.RAISER, period, ""))));
            }
            case ON_TIME -> {
                ObstacleFigures held = figures(agency, Side.HOLDER, period);
                yield Optional.of(share(code, agency, period, held.onTime(), held.answered(), ""));
            }
            case SATISFIED -> {
                ObstacleFigures held = figures(agency, Side.HOLDER, period);
                long said = held.satisfied() + held.unsatisfied();
                yield Optional.of(share(code, agency, period, held.satisfied(), said, "&state=SATISFIED"));
            }
            default -> Optional.empty();
        };
    }

    private static IndicatorValue share(
            String code, String agency, Period period, long part, long whole, String narrower) {
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
                Optional.of(address(agency, Side.HOLDER, period, narrower)));
    }

    private ObstacleFigures figures(String agency, Side side, Period period) {
        return obstacles.figures(
                ObstacleFilter.of(obstacles.with(agency), side, ObstacleFilter.Span.ALL, LocalDateTime.now(clock))
                        .raised(Optional.of(period.from()), Optional.of(period.to())));
    }

    private static String address(String agency, Side side, Period period, String narrower) {
        return "/" + agency + "/steering/obstacles?side=" + side + "&span=ALL&from=" + period.from() + "&to="
                + period.to() + narrower;
    }
}
