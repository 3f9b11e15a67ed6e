package vn.kientao.reform.procedures.app.dossier;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.search.SearchFindings;
import vn.kientao.platform.api.search.SearchSource;
import vn.kientao.platform.api.search.SearchWords;
import vn.kientao.platform.api.security.Actor;
import vn.kientao.platform.api.security.Permission;
import vn.kientao.platform.api.text.Formats;
import vn.kientao.platform.api.text.LocalText;
import vn.kientao.platform.api.text.TextBundle;
import vn.kientao.reform.procedures.domain.dossier.DossierRow;
import vn.kientao.reform.procedures.domain.dossier.DossierStatus;

/**
 * Dossiers on the search page of an agency: the one of a code, else those that run, most urgent first, and then those that
 * have ended, newest first. Who handed them in is looked for and not shown.
 */
@Component
public final class DossierSearch implements SearchSource {
    private static final TextBundle TEXTS = TextBundle.of(DossierSearch.class);
    private static final Permission READ = new Permission("procedures.read-dossiers");
    private static final int ORDER = 10;
    private static final String ENDED = "e";
    private static final String NOTE = "search.dossier-note";

    private final Dossiers dossiers;
    private final Clock clock;

    @Activate
    public DossierSearch(@Reference Dossiers dossiers) {
        this(dossiers, Clock.system(Formats.ZONE));
    }

    DossierSearch(Dossiers dossiers, Clock clock) {
        this.dossiers = dossiers;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "procedures.dossiers";
    }

    @Override
    public LocalText title() {
        return TEXTS.text("search.dossiers");
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
        return dossiers.find(agency, words.text())
                .map(dossier -> SearchFindings.all(List.of(finding(
                        agency,
                        dossier.code().toString(),
                        dossier.procedure().name(),
                        dossier.status(),
                        dossier.appointment().due()))))
                .orElseGet(() -> list(agency, words));
    }

    private SearchFindings list(String agency, SearchWords words) {
        boolean ended = words.after().filter(place -> place.startsWith(ENDED)).isPresent();
        Optional<Long> after = words.after()
                .map(place -> ended ? place.substring(ENDED.length()) : place)
                .filter(place -> place.matches("-?[0-9]{1,18}"))
                .map(Long::valueOf);
        List<Place> found = new ArrayList<>();
        if (!ended) {
            add(found, "", agency, DossierView.OPEN, words, after);
        }
        if (found.size() <= words.most()) {
            add(found, ENDED, agency, DossierView.FINISHED, words, ended ? after : Optional.empty());
        }
        boolean more = found.size() > words.most();
        List<Place> shown = more ? found.subList(0, words.most()) : found;
        return new SearchFindings(
                shown.stream().map(place -> finding(agency, place.row())).toList(),
                more ? Optional.of(shown.get(shown.size() - 1).key()) : Optional.empty());
    }

    private void add(
            List<Place> found,
            String prefix,
            String agency,
            DossierView view,
            SearchWords words,
            Optional<Long> after) {
        DossierFilter filter = new DossierFilter(
                view,
                Optional.empty(),
                Optional.empty(),
                Optional.of(words.text()),
                Optional.empty(),
                Optional.empty());
        dossiers.page(agency, filter, LocalDateTime.now(clock), after, words.most() + 1 - found.size())
                .forEach(row -> found.add(new Place(prefix + row.listKey(), row)));
    }

    private static SearchFindings.Finding finding(String agency, DossierRow row) {
        return finding(agency, row.code().toString(), row.procedure(), row.status(), row.dueAt());
    }

    private static SearchFindings.Finding finding(
            String agency, String code, String procedure, DossierStatus status, LocalDateTime due) {
        LocalText word = TEXTS.text(status.textKey());
        String day = Formats.date(due.toLocalDate());
        return new SearchFindings.Finding(
                code,
                procedure,
                new LocalText(
                        TEXTS.in(TextBundle.VIETNAMESE).get(NOTE, word.vi(), day),
                        TEXTS.in(TextBundle.ENGLISH).get(NOTE, word.en(), day)),
                "/" + agency + "/procedures/dossiers/" + code);
    }

    private record Place(String key, DossierRow row) {}
}
