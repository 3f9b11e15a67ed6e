package vn.kientao.reform.steering.web.handover;

import java.util.List;
import vn.kientao.platform.api.web.Page;
import vn.kientao.reform.steering.domain.handover.Move;
import vn.kientao.reform.steering.domain.handover.Run;
import vn.kientao.reform.steering.web.AgencyNames;

/**
 * A hand-over with what it moved.
 *
 * @param who name of the person who did it
 * @param undoes whether the reader may take it back
 */
public record RunModel(Page page, Run run, List<Move> moves, String who, boolean undoes, AgencyNames names) {
    public RunModel {
        moves = List.copyOf(moves);
    }
}
