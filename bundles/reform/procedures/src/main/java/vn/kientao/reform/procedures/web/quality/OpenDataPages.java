package vn.kientao.reform.procedures.web.quality;

import gg.jte.output.WriterOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
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
import vn.kientao.platform.api.text.LocalText;
import vn.kientao.platform.api.text.TextBundle;
import vn.kientao.platform.api.web.ModuleRoutes;
import vn.kientao.platform.api.web.Page;
import vn.kientao.platform.api.web.Reply;
import vn.kientao.platform.api.web.Request;
import vn.kientao.platform.api.web.Routes;
import vn.kientao.reform.procedures.app.quality.Quality;
import vn.kientao.reform.procedures.domain.quality.PublishedShares;
import vn.kientao.reform.procedures.domain.report.Share;
import vn.kientao.reform.procedures.domain.report.ShareKind;
import vn.kientao.reform.procedures.web.templates.StaticTemplates;
import vn.kientao.reform.procedures.web.templates.Templates;

/**
 * The shares that agencies published, by agency and month, as open data: a page that says what they are, CSV of all,
 * JSON a page at a time. The numbers are those of the staff's report at the time of publication.
 */
@Component
public final class OpenDataPages implements ModuleRoutes {
    static final int PAGE = 100;
    private static final int SHOWN = 30;
    private static final String PATH = "/open-data";
    private static final TextBundle TEXTS = TextBundle.of(OpenDataPages.class);

    private final Quality quality;
    private final Agencies agencies;
    private final Sheets sheets;
    private final Templates templates = new StaticTemplates();

    @Activate
    public OpenDataPages(@Reference Quality quality, @Reference Agencies agencies, @Reference Sheets sheets) {
        this.quality = quality;
        this.agencies = agencies;
        this.sheets = sheets;
    }

    /** Paged by month and agency; {@code next} is to be asked {@code after} next and absent on the last page. */
    public record OnTimeJson(String title, String licence, List<RowJson> items, Optional<String> next) {
        public OnTimeJson {
            items = List.copyOf(items);
        }
    }

    /** @param shares by word: {@code on-time}, {@code online}, {@code paid-online}, {@code digitised} … */
    public record RowJson(String month, String agency, String agencyName, Map<String, ShareJson> shares) {
        public RowJson {
            shares = new LinkedHashMap<>(shares);
        }
    }

    /** So many of so many; the percentage has two decimals and is null without anything to have a share of. */
    public record ShareJson(long part, long whole, @Nullable BigDecimal percent) {}

    @Override
    public void open(Routes routes) {
        routes.get(PATH, Permission.ANYONE, this::page)
                .menu("open-data.menu", "download", 45)
                .query("after");
        routes.get(PATH + ".csv", Permission.ANYONE, this::csv);
    }

    @Override
    public void openApi(Routes routes) {
        routes.get(PATH + "/on-time", Permission.ANYONE, this::json)
                .summary("open-data.api")
                .query("after")
                .returns(OnTimeJson.class);
    }

    private Reply page(Request request) {
        Page page = request.page();
        List<PublishedShares> rows = quality.publishedShares(after(request), SHOWN + 1);
        boolean more = rows.size() > SHOWN;
        OpenDataModel model = new OpenDataModel(
                page,
                more ? rows.subList(0, SHOWN) : rows,
                more,
                code -> name(code).in(page.locale()));
        return Reply.page(
                page.text("open-data.title"),
                out -> templates.qualityOpenData(model).render(new WriterOutput(out)));
    }

    private Reply json(Request request) {
        List<PublishedShares> rows = quality.publishedShares(after(request), PAGE);
        Optional<String> next = rows.size() < PAGE ? Optional.empty() : Optional.of(key(rows.get(rows.size() - 1)));
        OnTimeJson answer = new OnTimeJson(
                TEXTS.text("open-data.title").vi(),
                TEXTS.text("open-data.licence").vi(),
                rows.stream().map(this::row).toList(),
                next);
        long newest = rows.stream()
                .mapToLong(row -> row.publishedAt().atZone(Formats.ZONE).toEpochSecond())
                .max()
                .orElse(0);
        return Reply.json(answer).version(newest);
    }

    private RowJson row(PublishedShares row) {
        Map<String, ShareJson> shares = new LinkedHashMap<>();
        for (ShareKind kind : ShareKind.values()) {
            Share share = row.of(kind);
            shares.put(
                    kind.word(),
                    new ShareJson(share.part(), share.whole(), share.percent().orElse(null)));
        }
        return new RowJson(
                row.month().toString(), row.agency(), name(row.agency()).vi(), shares);
    }

    private Reply csv(Request request) {
        return Reply.download("ty-le-giai-quyet-thu-tuc.csv", SheetFormat.CSV.contentType(), this::write);
    }

    /** A line for each share; decimals with a point, as programs read them. */
    private void write(OutputStream out) throws IOException {
        SheetLayout layout = SheetLayout.of(
                "open-data",
                List.of("month", "agency", "agency_name", "share", "part", "whole", "percent").stream()
                        .map(name -> new SheetColumn(name, 16))
                        .toList());
        try (SheetWriter sheet = sheets.write(SheetFormat.CSV, out, layout)) {
            Optional<PublishedShares.Key> after = Optional.empty();
            List<PublishedShares> rows;
            do {
                rows = quality.publishedShares(after, PAGE);
                for (PublishedShares row : rows) {
                    for (ShareKind kind : ShareKind.values()) {
                        sheet.row(cells(row, kind));
                    }
                    after = Optional.of(row.key());
                }
            } while (rows.size() == PAGE);
        }
    }

    private List<SheetCell> cells(PublishedShares row, ShareKind kind) {
        Share share = row.of(kind);
        return List.of(
                SheetCell.text(row.month().toString()),
                SheetCell.text(row.agency()),
                SheetCell.text(name(row.agency()).vi()),
                SheetCell.text(kind.word()),
                SheetCell.number(share.part()),
                SheetCell.number(share.whole()),
                SheetCell.text(share.percent().map(Object::toString).orElse("")));
    }

    private LocalText name(String code) {
        return agencies.find(code).map(agency -> agency.name()).orElseGet(() -> LocalText.same(code));
    }

    static String key(PublishedShares row) {
        return row.month() + "_" + row.agency();
    }

    /** Where the page begins; an unreadable place is the beginning. */
    private static Optional<PublishedShares.Key> after(Request request) {
        return request.query("after")
                .filter(text -> text.matches("(19|20)\\d\\d-(0[1-9]|1[0-2])_.{1,40}"))
                .map(text -> new PublishedShares.Key(YearMonth.parse(text.substring(0, 7)), text.substring(8)));
    }
}
