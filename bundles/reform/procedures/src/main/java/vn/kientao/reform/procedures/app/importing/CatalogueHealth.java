package vn.kientao.reform.procedures.app.importing;

import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.module.HealthProbe;
import vn.kientao.platform.api.text.LocalText;
import vn.kientao.reform.procedures.app.catalogue.Catalogue;
import vn.kientao.reform.procedures.app.catalogue.SearchQuery;

/** The catalogue is well when it answers; it speaks up only after the demonstration records are in it. */
@Component
public final class CatalogueHealth implements HealthProbe {
    private final Catalogue catalogue;

    @Activate
    public CatalogueHealth(@Reference Catalogue catalogue, @Reference DemonstrationData demonstration) {
        this.catalogue = catalogue;
    }

    @Override
    public Optional<LocalText> ailment() {
        catalogue.search(SearchQuery.of("đất đai"), 0, 1);
        return Optional.empty();
    }
}
