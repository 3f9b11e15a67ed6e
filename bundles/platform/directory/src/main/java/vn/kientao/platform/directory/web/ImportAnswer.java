package vn.kientao.platform.directory.web;

import java.util.List;
import vn.kientao.platform.api.text.LocalText;
import vn.kientao.platform.directory.domain.ImportProblem;

/**
 * What an import by a program did or would do.
 *
 * @param committed whether the changes were made
 */
public record ImportAnswer(boolean committed, int added, int changed, int unchanged, List<Mistake> mistakes) {

    /** A mistake in the file by line and column. */
    public record Mistake(int line, String column, LocalText message) {
        static Mistake of(ImportProblem problem) {
            return new Mistake(problem.line(), problem.column(), problem.message());
        }
    }
}
