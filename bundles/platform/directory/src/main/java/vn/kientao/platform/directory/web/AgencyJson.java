package vn.kientao.platform.directory.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import vn.kientao.platform.api.directory.Agency;
import vn.kientao.platform.api.text.LocalText;
import vn.kientao.platform.directory.domain.RegisteredAgency;

/**
 * An agency for programs.
 *
 * @param validFrom empty when it began before the register
 * @param validTo empty while it exists
 */
public record AgencyJson(
        String code,
        LocalText name,
        String type,
        Optional<String> parent,
        Optional<LocalDate> validFrom,
        boolean validFromCertain,
        Optional<LocalDate> validTo,
        boolean validToCertain,
        List<String> successors,
        String successorNote,
        String note) {

    static AgencyJson of(RegisteredAgency registered) {
        Agency agency = registered.agency();
        return new AgencyJson(
                agency.code(),
                agency.name(),
                agency.type(),
                agency.parent(),
                agency.validFrom(),
                registered.fromCertain(),
                agency.validTo(),
                registered.toCertain(),
                agency.successors(),
                registered.successorNote(),
                registered.note());
    }
}
