package vn.kientao.reform.steering.web.board;

import java.util.List;
import vn.kientao.platform.api.web.Page;
import vn.kientao.reform.steering.app.board.Boards;
import vn.kientao.reform.steering.domain.board.Group;
import vn.kientao.reform.steering.domain.programme.Area;

/** One agency: its areas, divisions and people, and the reader's own work. */
public record OwnModel(Page page, Boards.Own own, List<Area> areas) {
    public OwnModel {
        areas = List.copyOf(areas);
    }

    public BoardLinks links() {
        return new BoardLinks(page, "part=LEAD");
    }

    public BoardLinks mine() {
        return new BoardLinks(page, "mine=1");
    }

    public String area(Group group) {
        return areas.stream()
                .filter(area -> area.code().equals(group.name()))
                .findFirst()
                .map(area -> page.texts().get(area.name()))
                .orElse(group.name());
    }

    public String division(Group group) {
        return group.name().isEmpty() ? page.text("task.division.none") : group.name();
    }

    public String person(Group group) {
        return group.name().isEmpty() ? page.text("task.person.none") : group.name();
    }
}
