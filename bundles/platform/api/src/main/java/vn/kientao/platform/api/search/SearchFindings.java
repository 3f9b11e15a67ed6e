package vn.kientao.platform.api.search;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import vn.kientao.platform.api.text.LocalText;

/**
 * A page of what was found.
 *
 * @param next where the next page begins, in the source's own words; empty on the last one
 */
public record SearchFindings(List<Finding> findings, Optional<String> next) {

    public SearchFindings {
        findings = List.copyOf(findings);
        requireNonNull(next, "next");
    }

    /** All that there is. */
    public static SearchFindings all(List<Finding> findings) {
        return new SearchFindings(findings, Optional.empty());
    }

    public static SearchFindings none() {
        return all(List.of());
    }

    /**
     * One thing.
     *
     * @param code its code; may be empty
     * @param title its name, in the language in which it is kept
     * @param note what tells it from others: state, field, day
     * @param address of its page
     */
    public record Finding(String code, String title, LocalText note, String address) {

        public Finding {
            requireNonNull(code, "code");
            requireNonNull(title, "title");
            requireNonNull(note, "note");
            requireNonNull(address, "address");
        }
    }
}
