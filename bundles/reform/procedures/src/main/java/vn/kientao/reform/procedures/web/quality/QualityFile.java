package vn.kientao.reform.procedures.web.quality;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import vn.kientao.reform.procedures.app.quality.OfficerScore;
import vn.kientao.reform.procedures.domain.quality.Points;
import vn.kientao.reform.procedures.domain.quality.QualityIndex;
import vn.kientao.reform.procedures.domain.quality.ScoreCard;
import vn.kientao.reform.procedures.web.Csv;

/** The scores of an agency and its officers as a file: a line for each index. */
final class QualityFile {
    private final QualityModel model;

    QualityFile(QualityModel model) {
        this.model = model;
    }

    void writeCsv(OutputStream out) throws IOException {
        Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        Csv csv = new Csv(writer);
        csv.line(List.of(
                model.page().text("quality.who"),
                model.page().text("quality.index"),
                model.page().text("quality.two"),
                model.page().text("quality.one"),
                model.page().text("quality.none"),
                model.page().text("quality.score")));
        write(csv, model.page().text("quality.body"), model.body().card());
        for (OfficerScore officer : model.officers()) {
            write(csv, model.name(officer), officer.card());
        }
        writer.flush();
    }

    private void write(Csv csv, String who, ScoreCard card) throws IOException {
        for (QualityIndex index : card.indices()) {
            Points points = card.of(index);
            csv.line(List.of(
                    who,
                    model.page().text(index.textKey()),
                    "" + points.withTwo(),
                    "" + points.withOne(),
                    "" + points.withNone(),
                    points.score().map(QualityModel::number).orElse("")));
        }
        csv.line(List.of(
                who,
                model.page().text("quality.total"),
                "",
                "",
                "",
                card.total().map(QualityModel::number).orElse("")));
    }
}
