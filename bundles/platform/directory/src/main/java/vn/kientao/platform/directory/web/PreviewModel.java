package vn.kientao.platform.directory.web;

import java.util.List;
import vn.kientao.platform.api.web.Page;

/**
 * What a change of one day would move.
 *
 * @param was what the day is now, in words
 * @param becomes what it would be, in words
 * @param nothing whether the day is so already
 */
public record PreviewModel(
        Page page, DayForm form, String day, String was, String becomes, boolean nothing, List<MoveView> moves) {
    private static final int SHOWN = 200;

    public List<MoveView> shown() {
        return moves.subList(0, Math.min(SHOWN, moves.size()));
    }
}
