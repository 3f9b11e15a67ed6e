package vn.kientao.reform.procedures.web.rating;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import vn.kientao.platform.api.text.Formats;
import vn.kientao.platform.api.text.Texts;
import vn.kientao.reform.procedures.app.rating.Ratings;
import vn.kientao.reform.procedures.domain.rating.Level;
import vn.kientao.reform.procedures.domain.rating.Questionnaire;
import vn.kientao.reform.procedures.domain.rating.Rating;
import vn.kientao.reform.procedures.web.Csv;

/** Writes the ratings of a period as CSV, page after page. Hidden words stay hidden. */
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

    void writeTo(OutputStream out) throws IOException {
        Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        Csv csv = new Csv(writer);
        csv.line(List.of(
                texts.get("dossier.column.code"),
                texts.get("dossier.column.procedure"),
                texts.get("rating.column.at"),
                texts.get("rating.column.level"),
                texts.get("rating.field.remark")));
        Questionnaire asked = ratings.asked(filter.to());
        Optional<Long> after = Optional.empty();
        List<Rating> rows;
        do {
            rows = ratings.page(agency, filter.from(), filter.to(), filter.level(), after, PAGE);
            for (Rating row : rows) {
                csv.line(cells(row, asked));
            }
            after = rows.isEmpty()
                    ? Optional.empty()
                    : Optional.of(rows.get(rows.size() - 1).newestKey());
        } while (rows.size() == PAGE);
        writer.flush();
    }

    private List<String> cells(Rating row, Questionnaire asked) {
        return List.of(
                row.dossier(),
                row.procedure(),
                Formats.time(row.at()),
                asked.level(row.answers().overall())
                        .map(Level::name)
                        .map(texts::get)
                        .orElse(""),
                row.hidden() ? texts.get("rating.hidden") : row.answers().remark());
    }
}
