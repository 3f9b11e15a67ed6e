package vn.kientao.reform.procedures.web.publication;

import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.security.Permission;
import vn.kientao.platform.api.text.Formats;
import vn.kientao.platform.api.web.ModuleRoutes;
import vn.kientao.platform.api.web.Page;
import vn.kientao.platform.api.web.Reply;
import vn.kientao.platform.api.web.Request;
import vn.kientao.platform.api.web.Routes;
import vn.kientao.reform.procedures.app.publication.Publications;
import vn.kientao.reform.procedures.domain.publication.CatalogueChange;
import vn.kientao.reform.procedures.web.form.By;
import vn.kientao.reform.procedures.web.templates.StaticTemplates;
import vn.kientao.reform.procedures.web.templates.Templates;

/** What changed in the public catalogue: a page, an Atom feed (RFC 4287), and the same for programs. */
@Component
public final class FeedPages implements ModuleRoutes {
    private static final String PATH = "/changes";
    private static final int PAGE_SIZE = 30;
    private static final int MOST = 500;

    private final Publications publications;
    private final Templates templates = new StaticTemplates();

    @Activate
    public FeedPages(@Reference Publications publications) {
        this.publications = publications;
    }

    /**
     * Changes for programs.
     *
     * @param next the id to ask {@code after} next; absent when nothing is left
     */
    public record ChangesJson(List<ChangeJson> changes, Optional<Long> next) {}

    /** @param version absent after an abolition */
    public record ChangeJson(long id, String code, String name, String change, Optional<Long> version, Instant at) {
        static ChangeJson of(CatalogueChange change) {
            return new ChangeJson(
                    change.id(), change.code(), change.name(), change.kind().word(), change.version(), change.at());
        }
    }

    @Override
    public void open(Routes routes) {
        routes.get(PATH, Permission.ANYONE, this::page).query("before");
        routes.get(PATH + ".atom", Permission.ANYONE, this::atom);
    }

    @Override
    public void openApi(Routes routes) {
        routes.get(PATH, Permission.ANYONE, this::json)
                .summary("publication.api.changes")
                .query("after")
                .returns(ChangesJson.class);
    }

    private static long key(Request request, String name, long missing) {
        return request.query(name)
                .filter(text -> text.matches("\\d{1,18}"))
                .map(Long::valueOf)
                .orElse(missing);
    }

    private Reply page(Request request) {
        Page page = request.page();
        List<CatalogueChange> changes = publications.newest(key(request, "before", Long.MAX_VALUE), PAGE_SIZE + 1);
        FeedModel model = new FeedModel(page, changes, PAGE_SIZE);
        return By.page(page.text("publication.feed.title"), templates.publicationFeed(model))
                .crumbs(new Reply.Crumb(page.text("catalogue.title"), page.openLink("/")));
    }

    private Reply json(Request request) {
        List<CatalogueChange> changes = publications.since(key(request, "after", 0), MOST);
        Optional<Long> next = changes.size() < MOST
                ? Optional.empty()
                : Optional.of(changes.get(changes.size() - 1).id());
        return Reply.json(new ChangesJson(changes.stream().map(ChangeJson::of).toList(), next));
    }

    private Reply atom(Request request) {
        Page page = request.page();
        List<CatalogueChange> changes = publications.newest(Long.MAX_VALUE, PAGE_SIZE);
        String feed = atom(page, changes, request.now());
        return Reply.download("changes.atom", "application/atom+xml; charset=utf-8", out -> {
            Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
            writer.write(feed);
            writer.flush();
        });
    }

    private static String atom(Page page, List<CatalogueChange> changes, Instant now) {
        String self = page.absolute(page.openLink(PATH + ".atom"));
        Instant updated = changes.isEmpty() ? now : changes.get(0).at();
        StringBuilder feed = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        feed.append("<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"")
                .append(page.locale().getLanguage())
                .append("\">\n");
        element(feed, "id", self);
        element(feed, "title", page.text("publication.feed.title"));
        element(feed, "updated", time(updated));
        feed.append("<link rel=\"self\" href=\"").append(escaped(self)).append("\"/>\n");
        for (CatalogueChange change : changes) {
            String address = page.absolute(page.openLink("/" + change.code()));
            feed.append("<entry>\n");
            element(feed, "id", self + "#" + change.id());
            element(feed, "title", page.text("publication.feed." + change.kind().word()) + ": " + change.name());
            element(feed, "updated", time(change.at()));
            element(feed, "summary", change.code() + ", " + Formats.time(change.at()));
            feed.append("<author><name>")
                    .append(escaped(page.text("catalogue.title")))
                    .append("</name></author>\n");
            feed.append("<link href=\"").append(escaped(address)).append("\"/>\n</entry>\n");
        }
        return feed.append("</feed>\n").toString();
    }

    private static String time(Instant at) {
        return at.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private static void element(StringBuilder feed, String name, String text) {
        feed.append('<')
                .append(name)
                .append('>')
                .append(escaped(text))
                .append("</")
                .append(name)
                .append(">\n");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
