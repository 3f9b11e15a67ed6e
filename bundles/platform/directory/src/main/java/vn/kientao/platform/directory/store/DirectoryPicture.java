package vn.kientao.platform.directory.store;

import java.text.Collator;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.stream.Collectors;
import vn.kientao.platform.api.directory.Agency;
import vn.kientao.platform.api.text.TextBundle;
import vn.kientao.platform.directory.domain.AgencyHours;
import vn.kientao.platform.directory.domain.LegalCalendar;
import vn.kientao.platform.directory.domain.OfficeHours;
import vn.kientao.platform.directory.domain.RegisteredAgency;

/** Everything the directory knows at one moment; never changes, a newer one takes its place. */
public final class DirectoryPicture {
    private final long generation;
    private final Map<String, RegisteredAgency> agencies;
    private final List<Agency> byCode;
    private final List<Agency> byName;
    private final Map<String, List<String>> predecessors;
    private final LegalCalendar calendar;
    private final NavigableMap<LocalDate, OfficeHours> officeHours;
    private final Map<String, List<AgencyHours>> agencyHours;

    DirectoryPicture(
            long generation,
            List<RegisteredAgency> agencies,
            LegalCalendar calendar,
            NavigableMap<LocalDate, OfficeHours> officeHours,
            List<AgencyHours> agencyHours) {
        this.generation = generation;
        this.agencies = new LinkedHashMap<>();
        agencies.forEach(agency -> this.agencies.put(agency.code(), agency));
        this.byCode = agencies.stream().map(RegisteredAgency::agency).toList();
        this.byName = byCode.stream().sorted(inOrderOfName()).toList();
        this.predecessors = predecessors(byCode);
        this.calendar = calendar;
        this.officeHours = officeHours;
        this.agencyHours = agencyHours.stream().collect(Collectors.groupingBy(AgencyHours::agency));
    }

    private static Comparator<Agency> inOrderOfName() {
        Collator vietnamese = Collator.getInstance(TextBundle.VIETNAMESE);
        return Comparator.comparing((Agency agency) -> agency.name().vi(), vietnamese)
                .thenComparing(Agency::code);
    }

    private static Map<String, List<String>> predecessors(List<Agency> agencies) {
        Map<String, List<String>> predecessors = new HashMap<>();
        for (Agency agency : agencies) {
            for (String successor : agency.successors()) {
                predecessors
                        .computeIfAbsent(successor, code -> new ArrayList<>())
                        .add(agency.code());
            }
        }
        return predecessors;
    }

    /** Counts up with every change of the tables. */
    long generation() {
        return generation;
    }

    public Optional<RegisteredAgency> agency(String code) {
        return Optional.ofNullable(agencies.get(code));
    }

    /** Every agency in order of code. */
    public List<Agency> agencies() {
        return byCode;
    }

    /** Every agency in order of its Vietnamese name. */
    public List<Agency> agenciesByName() {
        return byName;
    }

    /** Codes of the agencies that named {@code code} as a successor. */
    public List<String> predecessors(String code) {
        return List.copyOf(predecessors.getOrDefault(code, List.of()));
    }

    public LegalCalendar calendar() {
        return calendar;
    }

    /** The office hours of an agency that are not the province's, the newest first. */
    public List<AgencyHours> hoursOf(String agency) {
        return List.copyOf(agencyHours.getOrDefault(agency, List.of()));
    }

    /** The office hours that hold in the agency on {@code day}: its own, or those of the province. */
    public OfficeHours officeHours(String agency, LocalDate day) {
        return hoursOf(agency).stream()
                .filter(hours -> hours.hold(day))
                .map(AgencyHours::hours)
                .findFirst()
                .orElseGet(() -> officeHours(day));
    }

    /** The office hours of the province that hold on {@code day}. */
    public OfficeHours officeHours(LocalDate day) {
        Map.Entry<LocalDate, OfficeHours> hours = officeHours.floorEntry(day);
        return hours == null ? officeHours.firstEntry().getValue() : hours.getValue();
    }
}
