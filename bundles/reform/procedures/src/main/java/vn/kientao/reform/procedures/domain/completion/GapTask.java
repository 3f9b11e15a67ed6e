package vn.kientao.reform.procedures.domain.completion;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import vn.kientao.reform.procedures.domain.Gap;

/**
 * A gap in the current version of a procedure, as a task.
 *
 * @param place of the gap in its version, from 0
 * @param done what completed it
 */
public record GapTask(
        long versionId, int place, String code, String name, String field, Gap gap, Optional<Completion> done) {

    public GapTask {
        requireNonNull(code, "code");
        requireNonNull(name, "name");
        requireNonNull(field, "field");
        requireNonNull(gap, "gap");
        requireNonNull(done, "done");
    }
}
