package vn.kientao.reform.steering.domain.report;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.Optional;
import vn.kientao.platform.api.text.LocalText;

/**
 * A row of the outline (đề cương).
 *
 * @param area code of the area whose figures stand in the section
 * @param statistics whether all figures stand in it
 * @param validTo last day; reports of periods that end later do not have the section
 */
public record OutlineRow(
        long id,
        long version,
        String code,
        int position,
        LocalText title,
        Optional<String> area,
        boolean statistics,
        LocalDate validFrom,
        Optional<LocalDate> validTo,
        String legalBasis) {
    public OutlineRow {
        requireNonNull(code, "code");
        requireNonNull(title, "title");
        requireNonNull(area, "area");
        requireNonNull(validFrom, "validFrom");
        requireNonNull(validTo, "validTo");
        requireNonNull(legalBasis, "legalBasis");
    }
}
