package vn.kientao.platform.web.door;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import vn.kientao.platform.api.directory.Agencies;
import vn.kientao.platform.api.directory.Agency;
import vn.kientao.platform.api.text.Formats;
import vn.kientao.platform.api.text.LocalText;
import vn.kientao.platform.web.http.Refusal;
import vn.kientao.platform.web.visit.Visit;

/** Finds the agency in an address. One that is no more names those that took over. */
final class AgencyCheck {
    private final Agencies agencies;

    AgencyCheck(Agencies agencies) {
        this.agencies = agencies;
    }

    /** @throws Refusal 404 when there is no such agency, 410 when it does not exist today */
    void enter(Visit visit, String code) {
        Agency agency = agencies.find(code).orElseThrow(() -> unknown(code));
        LocalDate today = LocalDate.ofInstant(visit.now(), Formats.ZONE);
        if (agency.existsOn(today)) {
            visit.agency(agency);
            return;
        }
        List<LocalText> heirs = agency.successors().stream()
                .flatMap(successor -> agencies.find(successor).stream())
                .map(AgencyCheck::named)
                .toList();
        throw heirs.isEmpty()
                ? new Refusal(410, "agency-ended-alone", agency.name())
                : new Refusal(410, "agency-ended", agency.name(), joined(heirs));
    }

    /** Codes have no small letters; a word that has some was not meant as one. */
    private static Refusal unknown(String code) {
        boolean word = code.chars().anyMatch(Character::isLowerCase);
        return word ? new Refusal(404, "not-found") : new Refusal(404, "unknown-agency", code);
    }

    private static LocalText named(Agency agency) {
        return new LocalText(
                agency.name().vi() + " (/" + agency.code() + ")", agency.name().en() + " (/" + agency.code() + ")");
    }

    private static LocalText joined(List<LocalText> names) {
        return new LocalText(
                names.stream().map(LocalText::vi).collect(Collectors.joining("; ")),
                names.stream().map(LocalText::en).collect(Collectors.joining("; ")));
    }
}
