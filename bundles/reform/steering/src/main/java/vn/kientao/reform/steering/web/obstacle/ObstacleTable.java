package vn.kientao.reform.steering.web.obstacle;

import java.io.IOException;
import java.util.List;
import vn.kientao.platform.api.documents.SheetCell;
import vn.kientao.platform.api.table.TableFile;
import vn.kientao.platform.api.table.TableFile.Column;
import vn.kientao.platform.api.table.TableFile.Line;
import vn.kientao.platform.api.text.Formats;
import vn.kientao.platform.api.web.Page;
import vn.kientao.reform.steering.app.obstacle.Obstacles;
import vn.kientao.reform.steering.domain.obstacle.Obstacle;
import vn.kientao.reform.steering.domain.obstacle.ObstacleFilter;
import vn.kientao.reform.steering.web.AgencyNames;
import vn.kientao.reform.steering.web.Batches;

/** A list of obstacles as a file, read a batch at a time. */
final class ObstacleTable {
    private final Obstacles obstacles;
    private final ObstacleFilter filter;
    private final AgencyNames names;
    private final Page page;

    ObstacleTable(Obstacles obstacles, ObstacleFilter filter, AgencyNames names) {
        this.obstacles = obstacles;
        this.filter = filter;
        this.names = names;
        this.page = names.page();
    }

    TableFile table(String agency) {
        return new TableFile(
                "vuong-mac-" + agency + "-" + filter.now().toLocalDate(),
                "obstacle-list",
                page.text("obstacle.title"),
                List.of(Formats.date(filter.now().toLocalDate())),
                List.of(
                        column("code", 18),
                        column("name", 50),
                        column("kind", 20),
                        column("cause", 22),
                        column("rule", 36),
                        column("raiser", 26),
                        column("holder", 26),
                        column("raised", 12),
                        column("due", 12),
                        column("state", 24)),
                this::say,
                List.of());
    }

    private Column column(String name, int width) {
        return new Column(page.text("obstacle." + name), width);
    }

    private void say(Line line) throws IOException {
        Batches.<Obstacle, ObstacleFilter.Key>say(
                line,
                (behind, most) -> obstacles.page(filter, behind, most),
                one -> new ObstacleFilter.Key(one.clock().due(), one.id()),
                this::cells);
    }

    private List<SheetCell> cells(Obstacle one) {
        return List.of(
                SheetCell.text(one.code()),
                SheetCell.text(one.report().title()),
                SheetCell.text(page.text(one.report().kind().textKey())),
                SheetCell.text(page.text(one.report().cause().textKey())),
                SheetCell.text(one.report().rule()),
                SheetCell.text(names.of(one.raiser())),
                SheetCell.text(names.of(one.handling().holder())),
                SheetCell.day(one.raisedAt().toLocalDate()),
                SheetCell.day(one.clock().due().toLocalDate()),
                SheetCell.text(page.text(one.state().textKey())));
    }
}
