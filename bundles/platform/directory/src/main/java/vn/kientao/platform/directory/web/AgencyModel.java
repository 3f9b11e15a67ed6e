package vn.kientao.platform.directory.web;

import java.util.List;
import java.util.Optional;
import vn.kientao.platform.api.web.Page;

/**
 * One agency and its history.
 *
 * @param successorNote who took over, in words; may be empty
 * @param note may be empty
 */
public record AgencyModel(
        Page page,
        AgencyListModel.Row agency,
        Optional<Link> parent,
        List<Link> predecessors,
        List<Link> successors,
        String successorNote,
        List<Link> children,
        String note) {

    /** Another agency. */
    public record Link(String code, String name) {}
}
