package vn.kientao.platform.web.door;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import vn.kientao.platform.api.directory.Agencies;
import vn.kientao.platform.api.directory.Agency;
import vn.kientao.platform.api.text.LocalText;

/** A department of today, the commune next door, and a district that ended with the reform of 2025. */
final class FixedAgencies implements Agencies {
    private static final LocalDate REFORM = LocalDate.of(2025, 7, 1);
    private static final List<Agency> ALL = List.of(
            agency("STP2", "Sở Tư pháp", "Department of Justice", Optional.empty(), List.of()),
            agency("PAX", "UBND phường An Xuyên", "An Xuyen Ward", Optional.empty(), List.of()),
            agency("HCN", "UBND huyện Cái Nước", "Cai Nuoc District", Optional.of(REFORM), List.of("PAX", "STP2")));

    private static Agency agency(String code, String vi, String en, Optional<LocalDate> to, List<String> successors) {
        return new Agency(
                code,
                new LocalText(vi, en),
                "department",
                Optional.empty(),
                Optional.empty(),
                to.map(day -> day.minusDays(1)),
                successors);
    }

    @Override
    public Optional<Agency> find(String code) {
        return ALL.stream().filter(agency -> agency.code().equals(code)).findFirst();
    }

    @Override
    public List<Agency> on(LocalDate day) {
        return ALL.stream().filter(agency -> agency.existsOn(day)).toList();
    }

    @Override
    public List<Agency> all() {
        return ALL;
    }
}
