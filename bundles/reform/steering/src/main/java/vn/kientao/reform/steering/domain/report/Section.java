package vn.kientao.reform.steering.domain.report;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import vn.kientao.platform.api.text.LocalText;

/**
 * A section of a report (mục).
 *
 * @param area code of the area whose figures stand in it
 * @param statistics whether all figures stand in it
 * @param version of its text, 1 for the empty one
 */
public record Section(
        String code, LocalText title, Optional<String> area, boolean statistics, long version, SectionText text) {
    public Section {
        requireNonNull(code, "code");
        requireNonNull(title, "title");
        requireNonNull(area, "area");
        requireNonNull(text, "text");
    }
}
