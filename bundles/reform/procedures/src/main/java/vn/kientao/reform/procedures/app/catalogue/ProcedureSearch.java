package vn.kientao.reform.procedures.app.catalogue;

import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.search.SearchFindings;
import vn.kientao.platform.api.search.SearchSource;
import vn.kientao.platform.api.search.SearchWords;
import vn.kientao.platform.api.security.Actor;
import vn.kientao.platform.api.security.Permission;
import vn.kientao.platform.api.text.LocalText;
import vn.kientao.platform.api.text.TextBundle;
import vn.kientao.reform.procedures.domain.catalogue.CatalogueEntry;

/** Procedures on the search page of an agency, those for state bodies too. */
@Component
public final class ProcedureSearch implements SearchSource {
    private static final TextBundle TEXTS = TextBundle.of(ProcedureSearch.class);
    private static final Permission READ = new Permission("procedures.read");
    private static final int ORDER = 20;

    private final Catalogue catalogue;

    @Activate
    public ProcedureSearch(@Reference Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    @Override
    public String name() {
        return "procedures.catalogue";
    }

    @Override
    public LocalText title() {
        return TEXTS.text("search.procedures");
    }

    @Override
    public Permission permission() {
        return READ;
    }

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public SearchFindings search(Actor reader, String agency, SearchWords words) {
        int first = words.after()
                .filter(place -> place.matches("[0-9]{1,6}"))
                .map(Integer::parseInt)
                .orElse(0);
        SearchResult result = catalogue.search(SearchQuery.of(words.text()), first, words.most());
        int next = first + result.hits().size();
        return new SearchFindings(
                result.hits().stream().map(entry -> finding(entry, agency)).toList(),
                next < result.total() ? Optional.of("" + next) : Optional.empty());
    }

    private static SearchFindings.Finding finding(CatalogueEntry entry, String agency) {
        return new SearchFindings.Finding(
                entry.code(),
                entry.summary().name(),
                LocalText.same(entry.summary().field()),
                "/" + agency + "/procedures/catalogue/" + entry.code());
    }
}
