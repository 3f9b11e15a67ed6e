package vn.kientao.platform.directory.app;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.directory.Agencies;
import vn.kientao.platform.api.directory.Agency;
import vn.kientao.platform.directory.domain.RegisteredAgency;
import vn.kientao.platform.directory.store.DirectoryStore;

/** The register of agencies, answered from memory. */
@Component
public final class AgencyRegister implements Agencies {
    private final DirectoryStore store;

    @Activate
    public AgencyRegister(@Reference DirectoryStore store, @Reference FirstData filled) {
        this.store = store;
    }

    @Override
    public Optional<Agency> find(String code) {
        return store.picture().agency(code).map(RegisteredAgency::agency);
    }

    @Override
    public List<Agency> on(LocalDate day) {
        return store.picture().agenciesByName().stream()
                .filter(agency -> agency.existsOn(day))
                .toList();
    }

    @Override
    public List<Agency> all() {
        return store.picture().agencies();
    }
}
