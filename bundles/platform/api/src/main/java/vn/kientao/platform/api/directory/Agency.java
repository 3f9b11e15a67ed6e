package vn.kientao.platform.api.directory;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import vn.kientao.platform.api.text.LocalText;

/**
 * An agency (cơ quan, đơn vị). Its identity is its code, not its name: before and after a merger two legal bodies may
 * carry the same name.
 *
 * @param code short code in addresses and dossier codes, such as {@code STP2}; ours, not official
 * @param type {@code province}, {@code department}, {@code district}, {@code commune} …, as the register says
 * @param parent code of the superior body
 * @param validFrom first day of existence; empty when it began before the register
 * @param validTo last day of existence; empty while it exists
 * @param successors codes of the bodies that took over its functions, several after a split
 */
public record Agency(
        String code,
        LocalText name,
        String type,
        Optional<String> parent,
        Optional<LocalDate> validFrom,
        Optional<LocalDate> validTo,
        List<String> successors) {

    public Agency {
        requireNonNull(code, "code");
        requireNonNull(name, "name");
        requireNonNull(type, "type");
        requireNonNull(parent, "parent");
        requireNonNull(validFrom, "validFrom");
        requireNonNull(validTo, "validTo");
        successors = List.copyOf(successors);
    }

    /** Whether it exists on that day. */
    public boolean existsOn(LocalDate day) {
        return validFrom.map(from -> !day.isBefore(from)).orElse(true)
                && validTo.map(to -> !day.isAfter(to)).orElse(true);
    }
}
