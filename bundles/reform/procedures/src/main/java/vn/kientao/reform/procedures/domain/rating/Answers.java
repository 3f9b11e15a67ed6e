package vn.kientao.reform.procedures.domain.rating;

import static java.util.Objects.requireNonNull;

import java.util.Map;

/**
 * What somebody says about the service.
 *
 * @param overall the level of the whole
 * @param contents question id → level, for those that were answered
 * @param remark in own words; may be empty
 */
public record Answers(int overall, Map<Long, Integer> contents, String remark) {
    public Answers {
        contents = Map.copyOf(contents);
        requireNonNull(remark, "remark");
    }
}
