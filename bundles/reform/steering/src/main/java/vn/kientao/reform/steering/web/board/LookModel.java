package vn.kientao.reform.steering.web.board;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.kientao.platform.api.table.FileLinks;
import vn.kientao.platform.api.text.Formats;
import vn.kientao.platform.api.web.Page;
import vn.kientao.reform.steering.app.board.Boards;
import vn.kientao.reform.steering.domain.board.AgencyLine;
import vn.kientao.reform.steering.domain.board.BoardOrder;
import vn.kientao.reform.steering.domain.goal.TargetState;
import vn.kientao.reform.steering.domain.programme.Area;
import vn.kientao.reform.steering.web.AgencyNames;

/**
 * The province, or one area of it, with a page of its agencies, the worst first.
 *
 * @param area the only one shown
 * @param lead who leads that area today
 * @param lines of the page
 * @param more whether another page follows
 * @param links all lists of the province, or of the area
 * @param targets how many targets of the programme stand how this year
 */
public record LookModel(
        Page page,
        Boards.Look look,
        Optional<Area> area,
        Optional<String> lead,
        BoardOrder order,
        boolean first,
        List<AgencyLine> lines,
        boolean more,
        Trend trend,
        BoardLinks links,
        Map<TargetState, Long> targets,
        AgencyNames names) {
    public LookModel {
        lines = List.copyOf(lines);
        targets = Map.copyOf(targets);
    }

    public String name(Area one) {
        return page.texts().get(one.name());
    }

    /** Until when what was written is counted. */
    public String counted() {
        return look.countedAt()
                .map(at -> page.text("board.counted", Formats.time(at)))
                .orElseGet(() -> page.text("board.uncounted"));
    }

    /** The lists of an area of the whole province. */
    public BoardLinks area(Area one) {
        return links.with("area", one.code());
    }

    /** The lists of an agency. */
    public BoardLinks agency(AgencyLine line) {
        if (!links.there()) {
            return links;
        }
        BoardLinks own = new BoardLinks(page, "at=" + line.agency());
        return area.map(one -> own.with("area", one.code())).orElse(own);
    }

    public TargetState[] targetStates() {
        return TargetState.values();
    }

    public long targets(TargetState state) {
        return targets.getOrDefault(state, 0L);
    }

    public BoardOrder[] orders() {
        return BoardOrder.values();
    }

    public String next() {
        return more ? page.with("after", BoardQuery.key(lines.get(lines.size() - 1))) : "";
    }

    public FileLinks files() {
        return new FileLinks(page, "/board/province");
    }
}
