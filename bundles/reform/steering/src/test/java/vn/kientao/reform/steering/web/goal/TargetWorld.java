package vn.kientao.reform.steering.web.goal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.data.Migrations;
import vn.kientao.platform.api.indicator.Indicator;
import vn.kientao.platform.api.indicator.IndicatorSource;
import vn.kientao.platform.api.indicator.IndicatorValue;
import vn.kientao.platform.api.indicator.Period;
import vn.kientao.platform.api.module.Extensions;
import vn.kientao.platform.api.security.Circumstances;
import vn.kientao.platform.api.security.Permission;
import vn.kientao.platform.api.text.LocalText;
import vn.kientao.platform.api.web.Reply;
import vn.kientao.platform.documents.PaperService;
import vn.kientao.platform.documents.letters.LetterService;
import vn.kientao.platform.documents.sheets.SheetService;
import vn.kientao.platform.documents.tables.TableFileService;
import vn.kientao.platform.testing.FakeRequest;
import vn.kientao.platform.testing.FolderScripts;
import vn.kientao.platform.testing.RecordedRoutes;
import vn.kientao.platform.testing.RecordingAuditTrail;
import vn.kientao.platform.testing.Rendered;
import vn.kientao.reform.steering.Province;
import vn.kientao.reform.steering.app.file.Files;
import vn.kientao.reform.steering.app.goal.TargetCounting;
import vn.kientao.reform.steering.app.goal.TargetDesk;
import vn.kientao.reform.steering.app.goal.Targets;
import vn.kientao.reform.steering.app.programme.Programmes;
import vn.kientao.reform.steering.store.SteeringTables;
import vn.kientao.reform.steering.web.SteeringPermissions;

/** The pages of targets with all that stands behind them, beside a module that counts something, and the people who work with them. */
final class TargetWorld implements Extensions {
    static final Clock DECEMBER = at("2026-12-01");
    /** A figure of the other module: in percent, 8 of 10 at STP2 and 1 of 10 at SNV2. */
    static final String SHARE = "dossiers.satisfied";

    private static final Permission[] KEEPER = {
        SteeringPermissions.READ, SteeringPermissions.PROGRAMME, SteeringPermissions.TARGETS
    };
    private static final Permission[] LEAD = {SteeringPermissions.READ, SteeringPermissions.TARGETS};

    final RecordedRoutes routes = new RecordedRoutes();
    final RecordedRoutes api = new RecordedRoutes();
    final RecordingAuditTrail audit = new RecordingAuditTrail();
    final Province province = new Province();
    final Database database;
    final SteeringTables tables;
    final Programmes programmes;
    final Targets targets;
    final TargetCounting counting;
    final TargetDesk desk;
    /** How often the other module was asked for values, in the circumstances of which agency. */
    final List<String> asked = new ArrayList<>();

    private boolean serving = true;

    TargetWorld(Database database, Migrations migrations) {
        this.database = database;
        tables = SteeringTables.of(migrations, FolderScripts.ofModule());
        programmes = new Programmes(database, province, tables);
        targets = new Targets(database, tables);
        counting = new TargetCounting(database, audit, province, this, tables);
        Files files = new Files(database, audit, tables);
        desk = new TargetDesk(database, audit, files, tables);
        TargetDoor door = new TargetDoor(targets, programmes, province);
        TableFileService tableFiles = new TableFileService(
                new SheetService(), new LetterService(new PaperService()), province, database, audit);
        new TargetPages(door, counting, province, tableFiles).staff(routes);
        new ValuePages(door, desk, files).staff(routes);
        new TargetEditPages(door, desk, counting).staff(routes);
        new TargetApi(door, desk).api(api);
    }

    static Clock at(String day) {
        return Clock.fixed(Instant.parse(day + "T05:00:00Z"), ZoneOffset.UTC);
    }

    /** Lets the other module go. */
    void leave() {
        serving = false;
    }

    /** Somebody of the standing office, who keeps the programme. */
    FakeRequest keeper(FakeRequest request) {
        return request.in("VPUB2").may(KEEPER).at(DECEMBER);
    }

    /** Somebody of another agency who may enter what its targets have come to. */
    FakeRequest lead(String agency, FakeRequest request) {
        return request.in(agency).may(LEAD).at(DECEMBER);
    }

    static FakeRequest get(String path) {
        return FakeRequest.get("steering", path);
    }

    static FakeRequest post(String path) {
        return FakeRequest.post("steering", path);
    }

    Rendered page(String route, FakeRequest request) {
        return Rendered.of(routes.call(route, request)).keepsTheRules();
    }

    /** The page of a target as the standing office sees it. */
    Rendered target(String code) {
        return page("GET /targets/{code}", keeper(get("/targets/" + code)).withPathValue("code", code));
    }

    List<String> mistakes(String route, FakeRequest request) {
        return page(route, request).texts(".kt-errors li");
    }

    /** Where a form that was accepted leads. */
    String done(String route, FakeRequest request) {
        Reply reply = routes.call(route, request);
        assertThat(reply)
                .as(() -> Rendered.of(reply).texts(".kt-errors li").toString())
                .isInstanceOf(Reply.Redirect.class);
        return ((Reply.Redirect) reply).location();
    }

    byte[] file(String route, FakeRequest request) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ((Reply.Download) routes.call(route, request)).content().writeTo(out);
        return out.toByteArray();
    }

    long version(String code) {
        return targets.find(code).orElseThrow().target().version();
    }

    /** The form of a first value of a target, filled in by the standing office. */
    FakeRequest value(String code, String year, String period, String amount) {
        return keeper(post("/targets/" + code + "/values/new"))
                .withPathValue("code", code)
                .withField("version", "" + version(code))
                .withField("year", year)
                .withField("period", period)
                .withField("amount", amount)
                .withField("knownOn", "20/11/2026")
                .withField("evidence", "Báo cáo 12/BC-SNV");
    }

    void enter(String code, String year, String amount) {
        String unused = done("POST /targets/{code}/values/new", value(code, year, "YEAR", amount));
    }

    /** The form of a target, filled in. */
    FakeRequest form(String path) {
        return keeper(post(path))
                .withField("code", "on-time")
                .withField("nameVi", "Hồ sơ giải quyết đúng hạn")
                .withField("nameEn", "Dossiers settled on time")
                .withField("area", "procedures")
                .withField("unit", "%")
                .withField("direction", "MIN")
                .withField("basis", "Quyết định 985/QĐ-UBND")
                .withField("source", "Phụ lục I https://example.vn/985")
                .withField("from", "1/1/2026")
                .withField("year0", "2026")
                .withField("amount0", "95")
                .withField("year1", "2030")
                .withField("amount1", "98,5");
    }

    @Override
    public <S, R> List<R> of(Class<S> type, String agency, Function<S, R> question) {
        return serving ? List.of(question.apply(type.cast(new Dossiers()))) : List.of();
    }

    @Override
    public <S, R> List<R> everywhere(Class<S> type, Function<S, R> question) {
        return of(type, "", question);
    }

    /** A module that counts shares at two agencies and found nothing to count elsewhere. */
    private final class Dossiers implements IndicatorSource {
        private final Map<String, Long> parts = new HashMap<>(Map.of("STP2", 8L, "SNV2", 1L));

        @Override
        public List<Indicator> indicators() {
            LocalText words = new LocalText("Hồ sơ hài lòng", "Satisfied dossiers");
            return List.of(
                    new Indicator(SHARE, words, LocalText.same("%"), Optional.of(words), Optional.of(words)),
                    new Indicator(
                            "dossiers.received", words, LocalText.same("hồ sơ"), Optional.empty(), Optional.empty()));
        }

        @Override
        public List<IndicatorValue> values(List<String> codes, String agency, Period period) {
            asked.add(Circumstances.present().agency().orElse("") + " "
                    + period.from().getYear());
            Optional<Long> part = Optional.ofNullable(parts.get(agency));
            return codes.stream()
                    .filter(SHARE::equals)
                    .map(code -> new IndicatorValue(
                            code,
                            agency,
                            period,
                            part.map(one -> BigDecimal.valueOf(10 * one)),
                            OptionalLong.of(part.orElse(0L)),
                            OptionalLong.of(part.isPresent() ? 10 : 0),
                            Optional.of("/" + agency + "/dossiers/ratings")))
                    .toList();
        }
    }
}
