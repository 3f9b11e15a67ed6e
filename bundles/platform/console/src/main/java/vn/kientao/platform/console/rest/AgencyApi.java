package vn.kientao.platform.console.rest;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.module.ModuleControl;
import vn.kientao.platform.api.module.ModuleId;
import vn.kientao.platform.api.module.ModuleStatus;
import vn.kientao.platform.api.module.Publication;
import vn.kientao.platform.api.module.Publication.Audience;
import vn.kientao.platform.api.security.Permission;
import vn.kientao.platform.api.web.PlatformRoutes;
import vn.kientao.platform.api.web.Reply;
import vn.kientao.platform.api.web.Request;
import vn.kientao.platform.api.web.Routes;
import vn.kientao.platform.console.app.Catalogue;
import vn.kientao.platform.console.app.Lookup;

/** For programs: for which agencies a module is on, to whom it is offered, and an agency's own catalogue. */
@Component(service = PlatformRoutes.class)
public final class AgencyApi implements PlatformRoutes {
    private static final String MODULE = "/api/v1/admin/modules/{module}";
    private static final String CATALOGUE = "/api/v1/{agency}/catalogue";

    private final Lookup lookup;
    private final ModuleControl control;
    private final Catalogue catalogue;

    @Activate
    public AgencyApi(@Reference Lookup lookup, @Reference ModuleControl control, @Reference Catalogue catalogue) {
        this.lookup = lookup;
        this.control = control;
        this.catalogue = catalogue;
    }

    @Override
    public void routes(Routes routes) {
        routes.put(MODULE + "/agencies/{code}", Permission.ADMINISTER, request -> turn(request, true))
                .summary("api.enable")
                .returns(Switched.class);
        routes.delete(MODULE + "/agencies/{code}", Permission.ADMINISTER, request -> turn(request, false))
                .summary("api.disable")
                .returns(Switched.class);
        routes.put(MODULE + "/publication", Permission.ADMINISTER, this::publish)
                .summary("api.publish")
                .accepts(PublicationBody.class)
                .returns(ModuleJson.class);
        routes.get(CATALOGUE, Permission.CATALOGUE, this::offered)
                .summary("api.catalogue")
                .returns(Offer[].class);
        routes.put(CATALOGUE + "/{module}", Permission.CATALOGUE, request -> turnOwn(request, true))
                .summary("api.catalogue.enable")
                .returns(Switched.class);
        routes.delete(CATALOGUE + "/{module}", Permission.CATALOGUE, request -> turnOwn(request, false))
                .summary("api.catalogue.disable")
                .returns(Switched.class);
    }

    /** Whether the module is on for the agency now. */
    public record Switched(String module, String agency, boolean on) {}

    /** A module that the catalogue offers to the agency. */
    public record Offer(String module, vn.kientao.platform.api.text.LocalText name, boolean on) {}

    /** @param audience {@code NOBODY}, {@code SOME} or {@code ALL}; {@code agencies} only with {@code SOME} */
    public record PublicationBody(String audience, @Nullable List<String> agencies) {}

    private Reply turn(Request request, boolean on) {
        ModuleId module = lookup.module(request).id();
        String agency = lookup.agency(request.pathValue("code")).code();
        Answers.allowed(() -> {
            if (on) {
                control.enable(module, agency, request.actor());
            } else {
                control.disable(module, agency, request.actor());
            }
        });
        return Reply.json(new Switched(module.value(), agency, on));
    }

    private Reply publish(Request request) {
        ModuleId module = lookup.module(request).id();
        Publication publication = publication(request.json(PublicationBody.class));
        Answers.allowed(() -> control.publish(module, publication, request.actor()));
        return Reply.json(ModuleJson.of(lookup.module(request), lookup.modules().publication(module)));
    }

    private Publication publication(PublicationBody body) {
        try {
            Set<String> agencies = body.agencies() == null ? Set.of() : Set.copyOf(body.agencies());
            return new Publication(Audience.valueOf(body.audience()), agencies);
        } catch (IllegalArgumentException e) {
            throw Answers.fieldProblem("audience", lookup.texts().text("api.publish.wrong"));
        }
    }

    private Reply offered(Request request) {
        String agency = request.agency().code();
        return Reply.json(catalogue.offeredTo(agency).stream()
                .map(module -> offer(module, agency))
                .toList());
    }

    private static Offer offer(ModuleStatus module, String agency) {
        return new Offer(module.id().value(), module.name(), !module.off().contains(agency));
    }

    private Reply turnOwn(Request request, boolean on) {
        String module = catalogue.offered(request).id().value();
        Answers.allowed(() -> catalogue.turn(request, on));
        return Reply.json(new Switched(module, request.agency().code(), on));
    }
}
