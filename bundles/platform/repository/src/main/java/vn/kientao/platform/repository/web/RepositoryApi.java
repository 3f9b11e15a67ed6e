package vn.kientao.platform.repository.web;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Version;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.module.ModuleId;
import vn.kientao.platform.api.module.Plan;
import vn.kientao.platform.api.module.Repositories;
import vn.kientao.platform.api.module.Repositories.Offer;
import vn.kientao.platform.api.module.Repositories.Source;
import vn.kientao.platform.api.security.Permission;
import vn.kientao.platform.api.text.LocalText;
import vn.kientao.platform.api.web.PlatformRoutes;
import vn.kientao.platform.api.web.Reply;
import vn.kientao.platform.api.web.Request;
import vn.kientao.platform.api.web.Routes;
import vn.kientao.platform.api.web.UploadKind;

/** Sources, what they offer, and offline bundles, for programs. */
@Component
public final class RepositoryApi implements PlatformRoutes {
    private static final String SOURCES = "/api/v1/admin/repository/sources";
    private static final String SOURCE = SOURCES + "/{name}";
    private static final String BUNDLE = "/api/v1/admin/repository/bundle";

    private final Repositories repositories;

    @Activate
    public RepositoryApi(@Reference Repositories repositories) {
        this.repositories = repositories;
    }

    @Override
    public void routes(Routes routes) {
        routes.get(SOURCES, Permission.ADMINISTER, this::sources)
                .summary("repository.api.sources")
                .returns(SourceJson[].class);
        routes.post(SOURCES, Permission.ADMINISTER, this::add)
                .summary("repository.api.add")
                .accepts(NewSource.class)
                .returns(SourceJson.class);
        routes.delete(SOURCE, Permission.ADMINISTER, this::remove)
                .summary("repository.api.remove")
                .returns(SourceJson[].class);
        routes.get(SOURCE + "/offers", Permission.ADMINISTER, this::offers)
                .summary("repository.api.check")
                .returns(OfferJson[].class);
        routes.post(SOURCE + "/plans", Permission.ADMINISTER, this::plan)
                .summary("repository.api.plan")
                .accepts(Wanted.class)
                .returns(Planned.class);
        routes.get(BUNDLE, Permission.ADMINISTER, this::export).query("module").summary("repository.api.export");
        routes.post(BUNDLE, Permission.ADMINISTER, this::take)
                .stepUp()
                .summary("repository.api.import")
                .uploads(RepositoryPages.MOST_BYTES, UploadKind.ZIP)
                .returns(SourceJson.class);
    }

    Reply sources(Request request) {
        return Reply.json(all());
    }

    Reply add(Request request) {
        NewSource body = request.json(NewSource.class);
        return Reply.json(SourceJson.of(
                Refusing.of(() -> repositories.add(text(body.name()), text(body.location()), request.actor()))));
    }

    Reply remove(Request request) {
        repositories.remove(request.pathValue("name"), request.actor());
        return Reply.json(all());
    }

    Reply offers(Request request) {
        return Reply.json(Refusing.of(() -> repositories.check(request.pathValue("name"))).offers().stream()
                .map(OfferJson::of)
                .toList());
    }

    Reply plan(Request request) {
        Wanted body = request.json(Wanted.class);
        ModuleId module = RepositoryPages.module(text(body.module()));
        Version version = RepositoryPages.version(text(body.version()));
        Plan plan = Refusing.of(() -> repositories.plan(request.pathValue("name"), module, version, request.actor()));
        return Reply.json(new Planned(plan.id(), "/api/v1/admin/plans/" + plan.id()));
    }

    Reply export(Request request) {
        Set<ModuleId> modules =
                request.queryAll("module").stream().map(RepositoryPages::module).collect(Collectors.toSet());
        return Reply.download(
                "kientao-modules.zip",
                "application/zip",
                out -> repositories.exportBundle(out, modules, request.actor()));
    }

    Reply take(Request request) {
        return Reply.json(SourceJson.of(RepositoryPages.imported(repositories, request)));
    }

    private List<SourceJson> all() {
        return repositories.sources().stream().map(SourceJson::of).toList();
    }

    private static String text(@Nullable String given) {
        return given == null ? "" : given.strip();
    }

    /** What {@link Repositories#add} wants to know. */
    public record NewSource(@Nullable String name, @Nullable String location) {}

    /** A release to be planned. */
    public record Wanted(@Nullable String module, @Nullable String version) {}

    /** @param address where the plan is */
    public record Planned(long id, String address) {}

    /** A source. */
    public record SourceJson(String name, String location, Instant addedAt, String addedBy) {
        static SourceJson of(Source source) {
            return new SourceJson(source.name(), source.location(), source.addedAt(), source.addedBy());
        }
    }

    /** An offer. */
    public record OfferJson(
            String module,
            String version,
            LocalText name,
            LocalText description,
            String sha256,
            long bytes,
            String publisher,
            LocalText changelog,
            List<String> screenshots,
            @Nullable String live,
            String standing,
            @Nullable LocalText obstacle) {
        static OfferJson of(Offer offer) {
            return new OfferJson(
                    offer.module().value(),
                    offer.version().toString(),
                    offer.name(),
                    offer.description(),
                    offer.sha256(),
                    offer.bytes(),
                    offer.publisher(),
                    offer.changelog(),
                    offer.screenshots(),
                    offer.live().map(Version::toString).orElse(null),
                    offer.standing().name(),
                    offer.obstacle().orElse(null));
        }
    }
}
