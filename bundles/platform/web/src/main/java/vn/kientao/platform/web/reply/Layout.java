package vn.kientao.platform.web.reply;

import gg.jte.Content;
import gg.jte.output.WriterOutput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vn.kientao.platform.api.module.ModuleManifest;
import vn.kientao.platform.api.security.Actor;
import vn.kientao.platform.api.security.Session;
import vn.kientao.platform.api.text.Formats;
import vn.kientao.platform.api.text.TextBundle;
import vn.kientao.platform.api.text.Texts;
import vn.kientao.platform.api.web.Body;
import vn.kientao.platform.api.web.Problem;
import vn.kientao.platform.api.web.Reply.Crumb;
import vn.kientao.platform.web.asset.Assets;
import vn.kientao.platform.web.http.UrlText;
import vn.kientao.platform.web.route.Zone;
import vn.kientao.platform.web.templates.StaticTemplates;
import vn.kientao.platform.web.visit.Addresses;
import vn.kientao.platform.web.visit.Visit;

/** Puts the platform's header and footer around a page. */
final class Layout {
    private final TextBundle texts;
    private final Assets assets;
    private final Menus menus;
    private final Banners banners;
    private final StaticTemplates templates = new StaticTemplates();

    Layout(TextBundle texts, Assets assets, Menus menus, Banners banners) {
        this.texts = texts;
        this.assets = assets;
        this.menus = menus;
        this.banners = banners;
    }

    /** What a page brings along. */
    record Sheet(String title, List<Crumb> crumbs, Body body, Optional<String> flash) {}

    void page(Visit visit, Sheet page, Writer out) {
        Content body = output -> write(page.body(), out);
        templates.webLayout(model(visit, page), body).render(new WriterOutput(out));
    }

    private static void write(Body body, Writer out) {
        try {
            body.writeTo(out);
        } catch (IOException e) {
            throw new UncheckedIOException("the body of a page could not be written", e);
        }
    }

    /** The content of an error page. */
    Body problem(Visit visit, Problem problem) {
        ProblemModel model = new ProblemModel(
                texts.in(visit.locale()),
                problem,
                assets.address("vendor/bootstrap-icons/icons.svg#" + Problems.icon(problem)),
                home(visit),
                visit.requestId(),
                Formats.time(visit.now()));
        return out -> templates.webProblem(model).render(new WriterOutput(out));
    }

    private LayoutModel model(Visit visit, Sheet page) {
        Texts words = texts.in(visit.locale());
        String language = words.locale().getLanguage().equals("vi") ? "en" : "vi";
        return new LayoutModel(
                words,
                page.title(),
                forStaff(visit),
                assets.shell(),
                assets.folder(),
                visit.csrfToken(),
                brand(visit, words),
                home(visit),
                Addresses.inLanguage(visit, language),
                visit.session().map(session -> account(visit, session)),
                "/sign-in?next=" + UrlText.encode(Addresses.here(visit)),
                banners.of(visit.actor()).stream().map(words::get).toList(),
                menus.navigation(visit),
                crumbs(visit, words, page.crumbs()),
                page.flash(),
                visit.route().flatMap(route -> route.owner().manifest()).map(Layout::release),
                visit.requestId());
    }

    /** Pages of the public zone keep large letters and targets, whoever looks at them. */
    private static boolean forStaff(Visit visit) {
        return visit.session().isPresent()
                && visit.route().filter(route -> route.zone() == Zone.OPEN).isEmpty();
    }

    private static String release(ModuleManifest manifest) {
        return manifest.release().toString();
    }

    private static LayoutModel.Brand brand(Visit visit, Texts words) {
        return visit.agency()
                .map(agency -> new LayoutModel.Brand(words.get(agency.name()), words.get("layout.product-line")))
                .orElseGet(() -> new LayoutModel.Brand(words.get("layout.product"), words.get("layout.line")));
    }

    private LayoutModel.Account account(Visit visit, Session session) {
        return new LayoutModel.Account(session.actor().name(), menus.places(visit), banners.unread(session.actor()));
    }

    /** The home of where the reader is: the agency's for its staff, their own agency's for staff of another, else everybody's. */
    static String home(Visit visit) {
        if (visit.agency().isEmpty() || visit.session().isEmpty()) {
            return "/";
        }
        Actor reader = visit.actor();
        String here = visit.agency().get().code();
        boolean belongs =
                reader.agencies().contains(here) || !reader.everywhere().isEmpty();
        return Stream.concat(
                        belongs ? Stream.of(here) : Stream.empty(),
                        reader.agencies().stream().sorted())
                .findFirst()
                .map(code -> "/" + UrlText.encode(code))
                .orElse("/");
    }

    private static List<Crumb> crumbs(Visit visit, Texts words, List<Crumb> given) {
        if (given.isEmpty()) {
            return given;
        }
        List<Crumb> all = new ArrayList<>();
        all.add(new Crumb(words.get("layout.home"), home(visit)));
        all.addAll(given);
        return all;
    }
}
