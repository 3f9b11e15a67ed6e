package vn.kientao.platform.repository.web;

import gg.jte.output.WriterOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.osgi.framework.Version;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.module.ModuleId;
import vn.kientao.platform.api.module.Plan;
import vn.kientao.platform.api.module.Repositories;
import vn.kientao.platform.api.module.Repositories.Catalogue;
import vn.kientao.platform.api.module.Repositories.Offer;
import vn.kientao.platform.api.module.Repositories.Source;
import vn.kientao.platform.api.module.Repositories.Standing;
import vn.kientao.platform.api.module.RepositoryException;
import vn.kientao.platform.api.security.Permission;
import vn.kientao.platform.api.text.Formats;
import vn.kientao.platform.api.text.LocalText;
import vn.kientao.platform.api.text.TextBundle;
import vn.kientao.platform.api.text.Texts;
import vn.kientao.platform.api.web.PlatformRoutes;
import vn.kientao.platform.api.web.Problem;
import vn.kientao.platform.api.web.ProblemException;
import vn.kientao.platform.api.web.Reply;
import vn.kientao.platform.api.web.Request;
import vn.kientao.platform.api.web.Routes;
import vn.kientao.platform.api.web.Upload;
import vn.kientao.platform.api.web.UploadKind;
import vn.kientao.platform.repository.web.templates.StaticTemplates;
import vn.kientao.platform.repository.web.templates.Templates;

/** Sources, what they offer, and offline bundles, for people. */
@Component
public final class RepositoryPages implements PlatformRoutes {
    /** What a form with a bundle may hold in all. */
    static final long MOST_BYTES = 512L << 20;

    private static final Map<String, String> IMAGES =
            Map.of("png", "image/png", "jpg", "image/jpeg", "webp", "image/webp");
    private static final String HOME = "/admin/repository";
    private static final String SOURCE = HOME + "/sources/{name}";
    private static final TextBundle TEXTS = TextBundle.of(RepositoryPages.class);

    private final Repositories repositories;
    private final Templates templates = new StaticTemplates();

    @Activate
    public RepositoryPages(@Reference Repositories repositories) {
        this.repositories = repositories;
    }

    @Override
    public void routes(Routes routes) {
        routes.get(HOME, Permission.ADMINISTER, this::list).menu("repository.menu", "folder2-open", 24);
        routes.post(HOME, Permission.ADMINISTER, this::add);
        routes.get(SOURCE, Permission.ADMINISTER, this::offers);
        routes.get(SOURCE + "/screenshot", Permission.ADMINISTER, this::screenshot)
                .query("file");
        routes.post(SOURCE + "/remove", Permission.ADMINISTER, this::remove);
        routes.post(SOURCE + "/plan", Permission.ADMINISTER, this::plan);
        routes.get(HOME + "/bundle", Permission.ADMINISTER, this::export);
        routes.post(HOME + "/bundle", Permission.ADMINISTER, this::take).uploads(MOST_BYTES, UploadKind.ZIP);
    }

    Reply list(Request request) {
        return list(request, "");
    }

    private Reply list(Request request, String problem) {
        List<SourceListModel.Row> rows = repositories.sources().stream()
                .map(source -> new SourceListModel.Row(
                        source.name(), source.location(), Formats.time(source.addedAt()), source.addedBy()))
                .toList();
        SourceListModel model = new SourceListModel(
                request.page(),
                rows,
                request.field("name").orElse(""),
                request.field("location").orElse(""),
                problem);
        return Reply.page(
                        request.page().text("repository.title"),
                        out -> templates.repositorySources(model).render(new WriterOutput(out)))
                .status(problem.isEmpty() ? 200 : 422);
    }

    Reply add(Request request) {
        try {
            Source source = repositories.add(
                    request.field("name").orElse(""), request.field("location").orElse(""), request.actor());
            return Reply.seeOther(HOME).flash(request.page().text("repository.added-done", source.name()));
        } catch (RepositoryException e) {
            return list(request, request.page().texts().get(e.reason()));
        }
    }

    Reply remove(Request request) {
        String name = request.pathValue("name");
        repositories.remove(name, request.actor());
        return Reply.seeOther(HOME).flash(request.page().text("repository.removed", name));
    }

    Reply offers(Request request) {
        Catalogue catalogue = Refusing.of(() -> repositories.check(request.pathValue("name")));
        Texts texts = request.page().texts();
        OffersModel model = new OffersModel(
                request.page(),
                catalogue.source().name(),
                texts.get(catalogue.name()),
                cards(catalogue.source().name(), catalogue.actionable(), texts),
                cards(catalogue.source().name(), catalogue.blocked(), texts),
                cards(
                        catalogue.source().name(),
                        catalogue.offers().stream()
                                .filter(offer -> offer.standing() == Standing.LIVE)
                                .toList(),
                        texts));
        return Reply.page(
                        model.title(), out -> templates.repositoryOffers(model).render(new WriterOutput(out)))
                .crumbs(new Reply.Crumb(request.page().text("repository.title"), HOME));
    }

    /** An image of an offer; only kinds that a browser cannot take for anything else. */
    Reply screenshot(Request request) {
        String file = request.query("file").orElse("");
        String type = IMAGES.get(file.substring(file.lastIndexOf('.') + 1));
        byte[] image = Optional.ofNullable(type)
                .flatMap(known -> Refusing.of(() -> repositories.screenshot(request.pathValue("name"), file)))
                .orElseThrow(() -> new ProblemException(
                        new Problem(404, "not-found", TEXTS.text("repository.no-screenshot"), LocalText.same(""))));
        return Reply.download(file.substring(file.lastIndexOf('/') + 1), String.valueOf(type), out -> out.write(image))
                .shownInline();
    }

    Reply plan(Request request) {
        String module = request.field("module").orElse("");
        String version = request.field("version").orElse("");
        Plan plan = Refusing.of(
                () -> repositories.plan(request.pathValue("name"), module(module), version(version), request.actor()));
        return Reply.seeOther("/admin/plans/" + plan.id());
    }

    Reply export(Request request) {
        Set<ModuleId> modules =
                request.queryAll("module").stream().map(RepositoryPages::module).collect(Collectors.toSet());
        String day =
                Formats.date(request.now().atZone(Formats.ZONE).toLocalDate()).replace('/', '-');
        return Reply.download(
                "kientao-modules-" + day + ".zip",
                "application/zip",
                out -> repositories.exportBundle(out, modules, request.actor()));
    }

    Reply take(Request request) {
        Source source = imported(repositories, request);
        return Reply.seeOther(HOME).flash(request.page().text("repository.imported", source.name()));
    }

    static Source imported(Repositories repositories, Request request) {
        Upload upload = request.upload("file")
                .filter(file -> file.size() > 0)
                .orElseThrow(() -> new ProblemException(
                        new Problem(422, "no-file", TEXTS.text("repository.import.missing"), LocalText.same(""))));
        return Refusing.of(() -> {
            try (InputStream in = upload.open()) {
                return repositories.importBundle(in, request.actor());
            } catch (IOException e) {
                throw new UncheckedIOException("cannot read the uploaded bundle", e);
            }
        });
    }

    static ModuleId module(String id) {
        try {
            return new ModuleId(id);
        } catch (IllegalArgumentException e) {
            throw unknown(id);
        }
    }

    static Version version(String text) {
        try {
            return Version.parseVersion(text);
        } catch (IllegalArgumentException e) {
            throw unknown(text);
        }
    }

    private static ProblemException unknown(String typed) {
        return new ProblemException(
                new Problem(422, "bad-release", TEXTS.text("repository.bad-release", typed), LocalText.same("")));
    }

    private static List<OffersModel.Card> cards(String source, List<Offer> offers, Texts texts) {
        return offers.stream()
                .map(offer -> new OffersModel.Card(
                        offer.module().value(),
                        offer.version().toString(),
                        texts.get(offer.name()),
                        texts.get(offer.description()),
                        offer.live().map(Version::toString).orElse(""),
                        offer.publisher(),
                        String.format(texts.locale(), "%.1f", offer.bytes() / 1e6),
                        offer.sha256(),
                        texts.get(offer.changelog()).lines().toList(),
                        offer.screenshots().stream()
                                .map(file -> HOME + "/sources/" + source + "/screenshot?file="
                                        + URLEncoder.encode(file, StandardCharsets.UTF_8))
                                .toList(),
                        offer.obstacle().map(texts::get).orElse("")))
                .toList();
    }
}
