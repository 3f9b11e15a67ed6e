package vn.kientao.reform.procedures.web.bulk;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An action that a program takes on many dossiers.
 *
 * @param fields what the form of the step asks for, under the names of its fields
 * @param preview only say what would become of each; nothing is changed
 */
public record BulkJson(
        @Nullable List<Row> dossiers,
        @Nullable Map<String, String> fields,
        @Nullable Boolean preview) {

    /** @param version the version that the program saw; may be left out of a preview */
    public record Row(@Nullable String code, @Nullable Long version) {}

    /**
     * What became, or would become, of each.
     *
     * @param request what the audit entries of the dossiers have in common
     */
    public record Result(boolean preview, String request, long done, long refused, long changed, List<Line> dossiers) {
        public Result {
            dossiers = List.copyOf(dossiers);
        }
    }

    /** @param outcome {@code done}, {@code refused} or {@code changed} */
    public record Line(String code, String outcome, String why) {}
}
