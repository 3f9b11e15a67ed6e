package vn.kientao.reform.procedures.web.quality;

import gg.jte.output.WriterOutput;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.directory.Agencies;
import vn.kientao.platform.api.documents.SheetCell;
import vn.kientao.platform.api.documents.SheetColumn;
import vn.kientao.platform.api.documents.SheetFormat;
import vn.kientao.platform.api.documents.SheetLayout;
import vn.kientao.platform.api.documents.SheetWriter;
import vn.kientao.platform.api.documents.Sheets;
import vn.kientao.platform.api.security.Permission;
import vn.kientao.platform.api.text.Formats;
import vn.kientao.platform.api.web.ModuleRoutes;
import vn.kientao.platform.api.web.Reply;
import vn.kientao.platform.api.web.Request;
import vn.kientao.platform.api.web.Routes;
import vn.kientao.reform.procedures.app.quality.Quality;
import vn.kientao.reform.procedures.domain.quality.PublishedScore;
import vn.kientao.reform.procedures.domain.quality.QualityIndex;
import vn.kientao.reform.procedures.web.templates.StaticTemplates;
import vn.kientao.reform.procedures.web.templates.Templates;

/** The published quality of agencies for everybody: a page, CSV, JSON; the numbers that staff saw when they published. */
@Component
public final class OpenQualityPages implements ModuleRoutes {
    private static final List<String> COLUMNS =
            List.of("agency", "month", "index", "points", "dossiers", "score", "total", "settled", "in_time");

    private final Quality quality;
    private final Agencies agencies;
    private final Sheets sheets;
    private final Templates templates = new StaticTemplates();

    @Activate
    public OpenQualityPages(@Reference Quality quality, @Reference Agencies agencies, @Reference Sheets sheets) {
        this.quality = quality;
        this.agencies = agencies;
        this.sheets = sheets;
    }

    @Override
    public void open(Routes routes) {
        routes.get("/quality", Permission.ANYONE, this::show).menu("quality.open.menu", "bar-chart", 40);
        routes.get("/quality.csv", Permission.ANYONE, this::csv);
    }

    @Override
    public void openApi(Routes routes) {
        routes.get("/quality", Permission.ANYONE, this::json)
                .summary("quality.api.published")
                .query("month")
                .returns(PublishedJson.Month.class);
    }

    private Reply show(Request request) {
        OpenQualityModel model = new OpenQualityModel(
                request.page(),
                month(request),
                request.query("month").orElse(""),
                quality.published(month(request)),
                code -> agencies.find(code)
                        .map(agency -> request.page().texts().get(agency.name()))
                        .orElse(code));
        return Reply.page(
                        request.page().text("quality.open.title"),
                        out -> templates.qualityOpen(model).render(new WriterOutput(out)))
                .status(model.readable() ? 200 : 422);
    }

    private Reply json(Request request) {
        YearMonth month = month(request);
        return Reply.json(new PublishedJson.Month(
                month.toString(),
                quality.published(month).stream().map(PublishedJson::of).toList()));
    }

    private Reply csv(Request request) {
        YearMonth month = month(request);
        List<PublishedScore> scores = quality.published(month);
        return Reply.download("chat-luong-" + month + ".csv", SheetFormat.CSV.contentType(), out -> {
            SheetLayout layout = SheetLayout.of(
                    "quality",
                    COLUMNS.stream().map(name -> new SheetColumn(name, 12)).toList());
            try (SheetWriter sheet = sheets.write(SheetFormat.CSV, out, layout)) {
                for (PublishedScore score : scores) {
                    for (PublishedScore.Index index : score.indices()) {
                        sheet.row(cells(score, index));
                    }
                }
            }
        });
    }

    /** Decimals with a point, as programs read them. */
    private static List<SheetCell> cells(PublishedScore score, PublishedScore.Index index) {
        QualityIndex which = index.index();
        return List.of(
                SheetCell.text(score.agency()),
                SheetCell.text(score.month().toString()),
                SheetCell.number(which.number()),
                SheetCell.number(index.points()),
                SheetCell.number(index.dossiers()),
                SheetCell.text(index.score().map(Object::toString).orElse("")),
                SheetCell.text(score.total().map(Object::toString).orElse("")),
                SheetCell.number(score.inTime().whole()),
                SheetCell.number(score.inTime().part()));
    }

    /** The month in the address; without one the last that was published, or the month before this one. */
    private YearMonth month(Request request) {
        Optional<YearMonth> given = request.query("month")
                .filter(text -> text.matches("(19|20)\\d\\d-(0[1-9]|1[0-2])"))
                .map(YearMonth::parse);
        return given.or(quality::newestPublished)
                .orElseGet(() -> YearMonth.from(LocalDate.ofInstant(request.now(), Formats.ZONE))
                        .minusMonths(1));
    }
}
