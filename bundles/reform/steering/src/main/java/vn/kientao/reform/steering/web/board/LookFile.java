package vn.kientao.reform.steering.web.board;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import vn.kientao.platform.api.documents.SheetCell;
import vn.kientao.platform.api.table.TableFile;
import vn.kientao.platform.api.table.TableFile.Column;
import vn.kientao.platform.api.table.TableFile.Line;
import vn.kientao.platform.api.text.Formats;
import vn.kientao.platform.api.web.Page;
import vn.kientao.reform.steering.app.board.Boards;
import vn.kientao.reform.steering.domain.board.AgencyLine;
import vn.kientao.reform.steering.domain.board.BoardOrder;
import vn.kientao.reform.steering.domain.task.Standing;
import vn.kientao.reform.steering.domain.task.TaskFigures;
import vn.kientao.reform.steering.web.AgencyNames;

/** How the tasks of all agencies stand, as a file, read a batch at a time. */
final class LookFile {
    private static final int BATCH = 200;

    private final Boards boards;
    private final BoardOrder order;
    private final AgencyNames names;
    private final Page page;

    LookFile(Boards boards, BoardOrder order, AgencyNames names) {
        this.boards = boards;
        this.order = order;
        this.names = names;
        this.page = names.page();
    }

    TableFile table(LocalDate today) {
        return new TableFile(
                "nhiem-vu-toan-tinh-" + today,
                "task-board",
                page.text("board.agencies"),
                List.of(Formats.date(today)),
                List.of(
                        new Column(page.text("board.agency"), 40),
                        new Column(page.text(Standing.DONE_ON_TIME.textKey()), 12),
                        new Column(page.text(Standing.DONE_LATE.textKey()), 12),
                        new Column(page.text(Standing.WITHIN_TERM.textKey()), 12),
                        new Column(page.text(Standing.OVERDUE.textKey()), 12),
                        new Column(page.text(Standing.PAUSED.textKey()), 12),
                        new Column(page.text(Standing.NO_TERM.textKey()), 12),
                        new Column(page.text("board.rate"), 14)),
                this::say,
                List.of());
    }

    private void say(Line line) throws IOException {
        Optional<BoardOrder.Key> after = Optional.empty();
        List<AgencyLine> lines;
        do {
            lines = boards.lines(new Boards.Window(Optional.empty(), order, after, BATCH));
            for (AgencyLine one : lines) {
                line.add(cells(one));
                after = Optional.of(one.key());
            }
        } while (lines.size() == BATCH);
    }

    private List<SheetCell> cells(AgencyLine line) {
        TaskFigures all = line.all();
        return List.of(
                SheetCell.text(names.of(line.agency())),
                SheetCell.number(all.doneOnTime()),
                SheetCell.number(all.doneLate()),
                SheetCell.number(all.withinTerm()),
                SheetCell.number(all.overdue()),
                SheetCell.number(all.paused()),
                SheetCell.number(all.noTerm()),
                all.completionRate().map(SheetCell::number).orElse(SheetCell.empty()));
    }
}
