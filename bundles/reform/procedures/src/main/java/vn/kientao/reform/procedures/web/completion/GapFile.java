package vn.kientao.reform.procedures.web.completion;

import java.io.IOException;
import java.util.List;
import vn.kientao.platform.api.documents.SheetCell;
import vn.kientao.platform.api.table.TableFile;
import vn.kientao.platform.api.table.TableFile.Column;
import vn.kientao.platform.api.table.TableFile.Line;
import vn.kientao.platform.api.text.Texts;
import vn.kientao.reform.procedures.app.completion.Completions;
import vn.kientao.reform.procedures.domain.completion.Completion;
import vn.kientao.reform.procedures.domain.completion.GapTask;
import vn.kientao.reform.procedures.domain.completion.WantedGaps;

/** What is to be completed, or was, as a file: from the first one on, page after page. */
final class GapFile {
    private static final int PAGE = 500;

    private final Completions completions;
    private final WantedGaps wanted;
    private final Texts texts;

    GapFile(Completions completions, WantedGaps wanted, Texts texts) {
        this.completions = completions;
        this.wanted = wanted;
        this.texts = texts;
    }

    TableFile table() {
        return new TableFile(
                "thong-tin-can-bo-sung",
                "gap-list",
                texts.get("gap.title"),
                List.of(),
                List.of(
                        new Column(texts.get("catalogue.code"), 14),
                        new Column(texts.get("catalogue.name"), 60),
                        new Column(texts.get("catalogue.field"), 26),
                        new Column(texts.get("gap.what"), 36),
                        new Column(texts.get("gap.words"), 60),
                        new Column(texts.get("gap.who"), 28),
                        new Column(texts.get("gap.when"), 18)),
                this::say,
                List.of());
    }

    private void say(Line line) throws IOException {
        WantedGaps from = wanted.after(0, -1);
        List<GapTask> tasks;
        do {
            tasks = completions.page(from, PAGE);
            for (GapTask task : tasks) {
                line.add(cells(task));
                from = from.after(task.versionId(), task.place());
            }
        } while (!tasks.isEmpty());
    }

    private List<SheetCell> cells(GapTask task) {
        return List.of(
                SheetCell.text(task.code()),
                SheetCell.text(task.name()),
                SheetCell.text(task.field()),
                SheetCell.text(texts.get(task.gap().key())),
                SheetCell.text(task.gap().text()),
                SheetCell.text(task.done().map(Completion::who).orElse("")),
                task.done().map(made -> SheetCell.time(made.at())).orElse(SheetCell.empty()));
    }
}
