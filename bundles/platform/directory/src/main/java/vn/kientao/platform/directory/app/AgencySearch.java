package vn.kientao.platform.directory.app;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.directory.Agency;
import vn.kientao.platform.api.text.Folding;
import vn.kientao.platform.directory.domain.RegisteredAgency;
import vn.kientao.platform.directory.store.DirectoryPicture;
import vn.kientao.platform.directory.store.DirectoryStore;

/** Searches the register, with and without diacritics, and walks through its history. */
@Component(service = AgencySearch.class)
public final class AgencySearch {
    private final DirectoryStore store;

    @Activate
    public AgencySearch(@Reference DirectoryStore store) {
        this.store = store;
    }

    /**
     * The agencies whose name or code holds {@code words}, those with the very accents first, then in order of name.
     *
     * @param on only those that exist on this day; empty for all
     */
    public List<RegisteredAgency> search(String words, Optional<LocalDate> on) {
        DirectoryPicture now = store.picture();
        String folded = Folding.fold(words);
        String plain = Folding.plain(words);
        return now.agenciesByName().stream()
                .filter(agency -> on.map(agency::existsOn).orElse(true))
                .filter(agency -> Folding.fold(searched(agency)).contains(folded))
                .sorted(Comparator.comparing(
                        agency -> !Folding.plain(searched(agency)).contains(plain)))
                .flatMap(agency -> now.agency(agency.code()).stream())
                .toList();
    }

    private static String searched(Agency agency) {
        return agency.name().vi() + " " + agency.name().en() + " " + agency.code();
    }

    public Optional<RegisteredAgency> find(String code) {
        return store.picture().agency(code);
    }

    /** The agencies that named {@code code} as a successor. */
    public List<RegisteredAgency> predecessors(String code) {
        DirectoryPicture now = store.picture();
        return now.predecessors(code).stream()
                .flatMap(earlier -> now.agency(earlier).stream())
                .toList();
    }

    /** The agencies directly under {@code code}, in order of name. */
    public List<RegisteredAgency> under(String code) {
        DirectoryPicture now = store.picture();
        return now.agenciesByName().stream()
                .filter(agency -> agency.parent().filter(code::equals).isPresent())
                .flatMap(agency -> now.agency(agency.code()).stream())
                .toList();
    }
}
