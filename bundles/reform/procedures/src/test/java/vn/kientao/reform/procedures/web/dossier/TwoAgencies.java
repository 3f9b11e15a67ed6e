package vn.kientao.reform.procedures.web.dossier;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import vn.kientao.platform.api.directory.Agencies;
import vn.kientao.platform.api.directory.Agency;
import vn.kientao.platform.api.text.LocalText;

/** A province of two departments. */
public final class TwoAgencies implements Agencies {
    private static final List<Agency> ALL = List.of(
            agency("STP2", "Sở Tư pháp", "Department of Justice"), agency("SYT2", "Sở Y tế", "Department of Health"));

    private static Agency agency(String code, String vi, String en) {
        return new Agency(
                code,
                new LocalText(vi, en),
                "department",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of());
    }

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
