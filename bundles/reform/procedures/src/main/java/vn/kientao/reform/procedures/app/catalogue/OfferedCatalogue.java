package vn.kientao.reform.procedures.app.catalogue;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.procedure.CatalogueProcedure;
import vn.kientao.platform.api.procedure.ProcedureCatalogue;
import vn.kientao.platform.api.procedure.ProcedureQuery;
import vn.kientao.reform.procedures.domain.ChannelKind;
import vn.kientao.reform.procedures.domain.catalogue.CatalogueEntry;
import vn.kientao.reform.procedures.domain.catalogue.ProcedureSummary;
import vn.kientao.reform.procedures.domain.catalogue.ProcedureVersion;
import vn.kientao.reform.procedures.domain.variant.Audience;

/** Lends the catalogue to other modules. */
@Component
public final class OfferedCatalogue implements ProcedureCatalogue {
    private static final String PAGE = "/procedures/catalogue/";

    private final Catalogue catalogue;

    @Activate
    public OfferedCatalogue(@Reference Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    @Override
    public Optional<CatalogueProcedure> find(String code) {
        return catalogue.entry(code).map(OfferedCatalogue::offered);
    }

    @Override
    public Optional<CatalogueProcedure> find(String code, LocalDate day) {
        return catalogue.on(code, day).map(this::offered);
    }

    @Override
    public List<CatalogueProcedure> search(ProcedureQuery query) {
        SearchQuery wanted = new SearchQuery(
                query.words(), query.field(), Optional.empty(), query.agency(), false, Optional.empty());
        return catalogue
                .search(query.internal() ? wanted : wanted.among(Audience.PUBLIC), query.first(), query.most())
                .hits()
                .stream()
                .map(OfferedCatalogue::offered)
                .toList();
    }

    private static CatalogueProcedure offered(CatalogueEntry entry) {
        return offered(
                entry.summary(),
                entry.number(),
                entry.validFrom(),
                entry.traits().internal());
    }

    private CatalogueProcedure offered(ProcedureVersion version) {
        boolean internal = catalogue
                .entry(version.procedure().code().value())
                .filter(entry -> entry.traits().internal())
                .isPresent();
        return offered(ProcedureSummary.of(version.procedure()), version.number(), version.validFrom(), internal);
    }

    private static CatalogueProcedure offered(
            ProcedureSummary summary, int number, LocalDate validFrom, boolean internal) {
        return new CatalogueProcedure(
                summary.code().value(),
                number,
                validFrom,
                summary.name(),
                summary.field(),
                summary.agencies(),
                summary.limit().text(),
                summary.channels().contains(ChannelKind.ONLINE),
                internal,
                PAGE + summary.code().value());
    }
}
