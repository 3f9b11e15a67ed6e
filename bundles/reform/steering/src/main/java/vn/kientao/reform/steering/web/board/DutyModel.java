package vn.kientao.reform.steering.web.board;

import java.util.List;
import java.util.Optional;
import vn.kientao.platform.api.directory.Agency;
import vn.kientao.platform.api.web.Page;
import vn.kientao.reform.steering.domain.plan.PlanState;

/**
 * Which agencies have planned a year.
 *
 * @param missing how many have not sent their plan
 * @param all whether those that have are shown as well
 * @param lines a page of them, in order of the code
 */
public record DutyModel(
        Page page, int year, long missing, long agencies, boolean all, List<Line> lines, boolean first, boolean more) {
    public DutyModel {
        lines = List.copyOf(lines);
    }

    /**
     * An agency and its plan.
     *
     * @param state of the newest edition; empty when none was begun
     */
    public record Line(Agency agency, Optional<PlanState> state) {
        boolean missing() {
            return state.isEmpty() || state.get().editable();
        }
    }

    public String name(Line line) {
        return page.texts().get(line.agency().name());
    }

    public String style(Line line) {
        if (line.state().isEmpty()) {
            return "kt-tag kt-tag-late";
        }
        PlanState state = line.state().get();
        return state.editable()
                ? "kt-tag kt-tag-need"
                : state.inForce() ? "kt-tag kt-tag-done" : "kt-tag kt-tag-progress";
    }

    public String word(Line line) {
        if (line.state().isEmpty()) {
            return page.text("board.duty.none");
        }
        PlanState state = line.state().get();
        return page.text(
                state.editable() ? "board.duty.drafting" : state.inForce() ? "board.duty.approved" : "board.duty.sent");
    }

    public String next() {
        return more ? page.with("after", lines.get(lines.size() - 1).agency().code()) : "";
    }
}
