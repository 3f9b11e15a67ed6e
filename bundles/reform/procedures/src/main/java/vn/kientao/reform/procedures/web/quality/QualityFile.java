package vn.kientao.reform.procedures.web.quality;

import java.io.IOException;
import java.util.List;
import vn.kientao.platform.api.documents.SheetCell;
import vn.kientao.platform.api.table.TableFile;
import vn.kientao.platform.api.table.TableFile.Column;
import vn.kientao.platform.api.table.TableFile.Line;
import vn.kientao.platform.api.web.Page;
import vn.kientao.reform.procedures.app.quality.OfficerScore;
import vn.kientao.reform.procedures.domain.quality.Points;
import vn.kientao.reform.procedures.domain.quality.QualityIndex;
import vn.kientao.reform.procedures.domain.quality.ScoreCard;

/** The scores of an agency and its officers as a file: a line for each index. */
final class QualityFile {
    private final QualityModel model;
    private final Page page;

    QualityFile(QualityModel model) {
        this.model = model;
        this.page = model.page();
    }

    TableFile table(String agency) {
        return new TableFile(
                "chat-luong-" + agency + "-" + model.period().from() + "-"
                        + model.period().to(),
                "quality",
                page.text("quality.title"),
                List.of(model.dates()),
                List.of(
                        new Column(page.text("quality.who"), 28),
                        new Column(page.text("quality.index"), 50),
                        new Column(page.text("quality.two"), 10),
                        new Column(page.text("quality.one"), 10),
                        new Column(page.text("quality.none"), 10),
                        new Column(page.text("quality.score"), 10),
                        new Column(page.text("quality.source"), 40)),
                this::say,
                List.of(page.text("quality.class") + ": "
                        + model.rating(model.body().rating(), model.body().card())));
    }

    private void say(Line line) throws IOException {
        say(line, page.text("quality.body"), model.body().card());
        for (OfficerScore officer : model.officers()) {
            say(line, model.name(officer), officer.card());
        }
    }

    private void say(Line line, String who, ScoreCard card) throws IOException {
        for (QualityIndex index : card.indices()) {
            Points points = card.of(index);
            line.add(List.of(
                    SheetCell.text(who),
                    SheetCell.text(page.text(index.textKey())),
                    SheetCell.number(points.withTwo()),
                    SheetCell.number(points.withOne()),
                    SheetCell.number(points.withNone()),
                    points.score().map(SheetCell::number).orElse(SheetCell.empty()),
                    SheetCell.text(page.text(index.sourceKey()))));
        }
        line.add(List.of(
                SheetCell.text(who),
                SheetCell.text(page.text("quality.total")),
                SheetCell.empty(),
                SheetCell.empty(),
                SheetCell.empty(),
                card.total().map(SheetCell::number).orElse(SheetCell.empty()),
                SheetCell.empty()));
    }
}
