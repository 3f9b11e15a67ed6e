package vn.kientao.reform.procedures.web.rating;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import vn.kientao.platform.api.documents.SheetCell;
import vn.kientao.platform.api.table.TableFile;
import vn.kientao.platform.api.table.TableFile.Column;
import vn.kientao.platform.api.table.TableFile.Line;
import vn.kientao.platform.api.text.Formats;
import vn.kientao.platform.api.text.Texts;
import vn.kientao.reform.procedures.app.rating.Ratings;
import vn.kientao.reform.procedures.domain.rating.Level;
import vn.kientao.reform.procedures.domain.rating.Questionnaire;
import vn.kientao.reform.procedures.domain.rating.Rating;

/** The ratings of a period as a file, page after page. Hidden words stay hidden. */
final class RatingExport {
    private static final int PAGE = 500;

    private final Ratings ratings;
    private final String agency;
    private final RatingFilter filter;
    private final Texts texts;

    RatingExport(Ratings ratings, String agency, RatingFilter filter, Texts texts) {
        this.ratings = ratings;
        this.agency = agency;
        this.filter = filter;
        this.texts = texts;
    }

    TableFile table() {
        return new TableFile(
                "danh-gia-" + agency,
                "rating-list",
                texts.get("rating.list.title"),
                List.of(texts.get("report.dates", Formats.date(filter.from()), Formats.date(filter.to()))),
                List.of(
                        new Column(texts.get("dossier.column.code"), 22),
                        new Column(texts.get("dossier.column.procedure"), 50),
                        new Column(texts.get("rating.column.at"), 18),
                        new Column(texts.get("rating.column.level"), 16),
                        new Column(texts.get("rating.field.remark"), 60)),
                this::say,
                List.of());
    }

    private void say(Line line) throws IOException {
        Questionnaire asked = ratings.asked(filter.to());
        Optional<Long> after = Optional.empty();
        List<Rating> rows;
        do {
            rows = ratings.page(agency, filter.from(), filter.to(), filter.level(), after, PAGE);
            for (Rating row : rows) {
                line.add(cells(row, asked));
            }
            after = rows.isEmpty()
                    ? Optional.empty()
                    : Optional.of(rows.get(rows.size() - 1).newestKey());
        } while (rows.size() == PAGE);
    }

    private List<SheetCell> cells(Rating row, Questionnaire asked) {
        return List.of(
                SheetCell.text(row.dossier()),
                SheetCell.text(row.procedure()),
                SheetCell.time(row.at()),
                SheetCell.text(asked.level(row.answers().overall())
                        .map(Level::name)
                        .map(texts::get)
                        .orElse("")),
                SheetCell.text(
                        row.hidden()
                                ? texts.get("rating.hidden")
                                : row.answers().remark()));
    }
}
