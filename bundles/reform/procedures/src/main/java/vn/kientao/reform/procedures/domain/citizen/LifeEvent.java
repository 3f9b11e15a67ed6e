package vn.kientao.reform.procedures.domain.citizen;

import static java.util.Objects.requireNonNull;

import java.util.List;
import vn.kientao.platform.api.text.LocalText;

/**
 * Something that happens in the life of people or of a business (sự kiện vòng đời).
 *
 * @param enterprise whether it happens to businesses
 * @param phrases what to search for
 */
public record LifeEvent(String code, boolean enterprise, LocalText name, List<String> phrases) {
    public LifeEvent {
        requireNonNull(code, "code");
        requireNonNull(name, "name");
        phrases = List.copyOf(phrases);
    }
}
