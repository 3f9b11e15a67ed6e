package vn.kientao.platform.web.search;

import gg.jte.output.WriterOutput;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.search.SearchFindings;
import vn.kientao.platform.api.search.SearchSource;
import vn.kientao.platform.api.search.SearchWords;
import vn.kientao.platform.api.security.Permission;
import vn.kientao.platform.api.web.Page;
import vn.kientao.platform.api.web.PlatformRoutes;
import vn.kientao.platform.api.web.Reply;
import vn.kientao.platform.api.web.Request;
import vn.kientao.platform.api.web.Routes;
import vn.kientao.platform.web.home.ServingExtensions;
import vn.kientao.platform.web.templates.StaticTemplates;

/** Looks for words in everything that the modules of an agency let this reader find there. */
@Component(service = PlatformRoutes.class)
public final class SearchPages implements PlatformRoutes {
    private static final int LONGEST_WORDS = 200;
    /** Of each kind, on the page of all kinds. */
    private static final int SHORT = 5;
    /** On the page of one kind. */
    private static final int LONG = 20;

    private final ServingExtensions extensions;
    private final StaticTemplates templates = new StaticTemplates();

    @Activate
    public SearchPages(@Reference ServingExtensions extensions) {
        this.extensions = extensions;
    }

    @Override
    public void routes(Routes routes) {
        routes.get("/{agency}/search", Permission.SIGNED_IN, this::search)
                .menu("search.title", "search", 5)
                .query("q", "in", "after");
    }

    private Reply search(Request request) {
        Page page = request.page();
        String typed = request.query("q").orElse("");
        String words =
                typed.substring(0, Math.min(typed.length(), LONGEST_WORDS)).strip();
        Optional<String> kind = request.query("in");
        List<SearchModel.Group> groups = words.isEmpty() ? List.of() : groups(request, words, kind);
        SearchModel model = new SearchModel(page, words, kind, groups);
        String title = words.isEmpty() ? page.text("search.title") : page.text("search.title-of", words);
        return Reply.page(title, out -> templates.webSearch(model).render(new WriterOutput(out)));
    }

    private List<SearchModel.Group> groups(Request request, String words, Optional<String> kind) {
        String agency = request.agency().code();
        SearchWords wanted = kind.isPresent()
                ? new SearchWords(words, request.query("after"), LONG)
                : new SearchWords(words, Optional.empty(), SHORT);
        return extensions
                .of(
                        SearchSource.class,
                        agency,
                        source -> asked(request, source, kind)
                                ? Optional.of(found(
                                        request.page(),
                                        source,
                                        source.search(request.actor(), agency, wanted),
                                        kind.isPresent()))
                                : Optional.<Found>empty())
                .stream()
                .flatMap(Optional::stream)
                .filter(found -> !found.group().findings().isEmpty())
                .sorted(Comparator.comparingInt(Found::order))
                .map(Found::group)
                .toList();
    }

    private static boolean asked(Request request, SearchSource source, Optional<String> kind) {
        return request.page().can(source.permission())
                && kind.filter(name -> !name.equals(source.name())).isEmpty();
    }

    private static Found found(Page page, SearchSource source, SearchFindings findings, boolean one) {
        Optional<String> more =
                findings.next().map(next -> one ? page.with("after", next) : page.with("in", source.name()));
        return new Found(
                source.order(),
                new SearchModel.Group(source.name(), page.texts().get(source.title()), findings.findings(), more));
    }

    private record Found(int order, SearchModel.Group group) {}
}
