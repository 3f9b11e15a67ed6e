package vn.kientao.reform.steering.domain.board;

import static java.util.Objects.requireNonNull;

import vn.kientao.reform.steering.domain.task.Part;

/** In how many open tasks of a clause an agency has a part (ma trận phân công). */
public record Involvement(long clause, String agency, Part part, long tasks) {
    public Involvement {
        requireNonNull(agency, "agency");
        requireNonNull(part, "part");
    }
}
