package vn.kientao.platform.security.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import vn.kientao.platform.api.directory.Agencies;
import vn.kientao.platform.api.directory.Agency;
import vn.kientao.platform.api.text.LocalText;

/** One ward. */
final class Wards implements Agencies {
    private static final List<Agency> ALL = List.of(new Agency(
            "P-AX",
            new LocalText("UBND phường An Xuyên", "An Xuyên ward"),
            "commune",
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of()));

    @Override
    public Optional<Agency> find(String code) {
        return ALL.stream().filter(agency -> agency.code().equals(code)).findFirst();
    }

    @Override
    public List<Agency> on(LocalDate day) {
        return ALL;
    }

    @Override
    public List<Agency> all() {
        return ALL;
    }
}
