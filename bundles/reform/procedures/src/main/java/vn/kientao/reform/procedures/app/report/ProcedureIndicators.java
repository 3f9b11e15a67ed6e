package vn.kientao.reform.procedures.app.report;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
import vn.kientao.reform.procedures.domain.quality.Answered;
import vn.kientao.reform.procedures.domain.report.Measure;
import vn.kientao.reform.procedures.domain.report.ReportForm.RowBy;
import vn.kientao.reform.procedures.domain.report.ReportTable.Row;
import vn.kientao.reform.procedures.domain.report.Share;
import vn.kientao.reform.procedures.domain.report.ShareKind;

/** The figures of this module for others: the columns of the report as counts, and the shares made of them. */
@Component(service = {IndicatorSource.class, ProcedureIndicators.class})
public final class ProcedureIndicators implements IndicatorSource {
    private static final TextBundle TEXTS = TextBundle.of(ProcedureIndicators.class);
    private static final String MODULE = "procedures.";
    /** Share of the dossiers settled in time among those settled. */
    public static final String ON_TIME = MODULE + ShareKind.ON_TIME.word();

    private static final String SATISFIED = MODULE + "satisfied";
    private static final String PETITIONS_ON_TIME = MODULE + "petitions-on-time";
    private static final String PETITIONS_SATISFIED = MODULE + "petitions-satisfied";

    private final Reports reports;
    private final Clock clock;

    @Activate
    public ProcedureIndicators(@Reference Reports reports) {
        this(reports, Clock.system(Formats.ZONE));
    }

    ProcedureIndicators(Reports reports, Clock clock) {
        this.reports = reports;
        this.clock = clock;
    }

    @Override
    public List<Indicator> indicators() {
        List<Indicator> indicators = new ArrayList<>();
        for (ShareKind kind : ShareKind.values()) {
            indicators.add(share(code(kind)));
        }
        indicators.add(share(SATISFIED));
        indicators.add(share(PETITIONS_ON_TIME));
        indicators.add(share(PETITIONS_SATISFIED));
        for (Measure measure : Measure.values()) {
            indicators.add(new Indicator(
                    code(measure),
                    TEXTS.text("report.measure." + measure.word()),
                    TEXTS.text("report.unit.dossiers"),
                    Optional.empty(),
                    Optional.empty()));
        }
        return indicators;
    }

    private static Indicator share(String code) {
        String key = "report.indicator." + code.substring(MODULE.length());
        return new Indicator(
                code,
                TEXTS.text(key),
                LocalText.same("%"),
                Optional.of(TEXTS.text(key + ".numerator")),
                Optional.of(TEXTS.text(key + ".denominator")));
    }

    private static String code(ShareKind kind) {
        return MODULE + kind.word();
    }

    private static String code(Measure measure) {
        return MODULE + "dossiers." + measure.word();
    }

    @Override
    public List<IndicatorValue> values(List<String> codes, String agency, Period period) {
        ReportQuery query = query(agency, period);
        Report report = asksForShares(codes)
                ? reports.report(query, RowBy.FIELD)
                : new Report(reports.table(query, RowBy.FIELD), Map.of());
        Map<String, Share> shares = shares(codes, agency, query, report.shares());
        List<IndicatorValue> values = new ArrayList<>();
        for (String code : codes) {
            Optional.ofNullable(shares.get(code))
                    .map(share -> new IndicatorValue(
                            code,
                            agency,
                            period,
                            share.percent(),
                            OptionalLong.of(share.part()),
                            OptionalLong.of(share.whole()),
                            Optional.of(address(agency, period, code))))
                    .or(() -> count(code, agency, period, report.table().sum()))
                    .ifPresent(values::add);
        }
        return values;
    }

    /** The shares among these codes, by code; what is no share of this module is left out. */
    public Map<String, Share> shares(Collection<String> codes, String agency, Period period) {
        ReportQuery query = query(agency, period);
        return shares(codes, agency, query, asksForShares(codes) ? reports.shares(query) : Map.of());
    }

    private static boolean asksForShares(Collection<String> codes) {
        return Arrays.stream(ShareKind.values()).anyMatch(kind -> codes.contains(code(kind)));
    }

    private Map<String, Share> shares(
            Collection<String> codes, String agency, ReportQuery query, Map<ShareKind, Share> counted) {
        Map<String, Share> shares = new LinkedHashMap<>();
        counted.forEach((kind, share) -> shares.put(code(kind), share));
        if (codes.contains(SATISFIED)) {
            shares.put(SATISFIED, reports.satisfied(agency, query.period()));
        }
        if (codes.contains(PETITIONS_ON_TIME) || codes.contains(PETITIONS_SATISFIED)) {
            Answered petitions = reports.petitions(agency, query.period(), query.now());
            shares.put(PETITIONS_ON_TIME, petitions.onTime());
            shares.put(PETITIONS_SATISFIED, petitions.satisfied());
        }
        shares.keySet().retainAll(codes);
        return shares;
    }

    private ReportQuery query(String agency, Period period) {
        return new ReportQuery(Optional.of(agency), Optional.empty(), period, LocalDateTime.now(clock));
    }

    private static Optional<IndicatorValue> count(String code, String agency, Period period, Row sum) {
        for (Measure measure : Measure.values()) {
            if (code(measure).equals(code)) {
                return Optional.of(new IndicatorValue(
                        code,
                        agency,
                        period,
                        Optional.of(BigDecimal.valueOf(sum.number(measure))),
                        OptionalLong.empty(),
                        OptionalLong.empty(),
                        Optional.of(address(agency, period, measure))));
            }
        }
        return Optional.empty();
    }

    /** The list behind a share: the dossiers above its line, the ratings, the petitions that have ended. */
    private static String address(String agency, Period period, String share) {
        return switch (share) {
            case SATISFIED -> "/" + agency + "/procedures/ratings?from=" + period.from() + "&to=" + period.to();
            case PETITIONS_ON_TIME, PETITIONS_SATISFIED -> "/" + agency + "/procedures/petitions?view=ended";
            default ->
                Arrays.stream(ShareKind.values())
                        .filter(kind -> code(kind).equals(share))
                        .map(kind -> address(agency, period, kind.part())
                                + (kind.ofResults() ? "&result=1" : "")
                                + kind.partTrait()
                                        .map(trait -> "&trait=" + trait.word())
                                        .orElse(""))
                        .findFirst()
                        .orElseThrow();
        };
    }

    private static String address(String agency, Period period, Measure measure) {
        return "/" + agency + "/procedures/reports/dossiers?period=free&from=" + period.from() + "&to=" + period.to()
                + "&measure=" + measure.word();
    }
}
