package vn.kientao.platform.web.visit;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import vn.kientao.platform.api.directory.Agency;
import vn.kientao.platform.api.security.Permission;
import vn.kientao.platform.api.text.Texts;
import vn.kientao.platform.api.web.Page;
import vn.kientao.platform.web.http.UrlText;
import vn.kientao.platform.web.route.CompiledRoute;
import vn.kientao.platform.web.route.Zone;

/** What templates get beside their model. */
final class WebPage implements Page {
    /** Where a list goes on; any other change of its address starts it anew. */
    private static final Set<String> PAGING = Set.of("page", "after", "before");

    private final Visit visit;
    private final CompiledRoute route;
    private final Surroundings surroundings;
    private String once = "";

    WebPage(Visit visit, CompiledRoute route, Surroundings surroundings) {
        this.visit = visit;
        this.route = route;
        this.surroundings = surroundings;
    }

    @Override
    public Texts texts() {
        return route.owner().texts().in(visit.locale());
    }

    @Override
    public String link(String path) {
        return join(base(route.zone()), path);
    }

    @Override
    public String openLink(String path) {
        return join(base(Zone.OPEN), path);
    }

    private String base(Zone zone) {
        String module = route.owner().id();
        return switch (zone) {
            case STAFF -> "/" + agency() + "/" + module;
            case OPEN -> "/public/" + module;
            case API -> "/api/v1/" + agency() + "/" + module;
            case OPEN_API -> "/api/v1/public/" + module;
            case PLATFORM -> "";
        };
    }

    private static String join(String base, String path) {
        return path.equals("/") && !base.isEmpty() ? base : base + path;
    }

    private String agency() {
        return UrlText.encode(visit.agency().map(Agency::code).orElse(""));
    }

    @Override
    public String absolute(String address) {
        return surroundings
                        .publicAddress()
                        .get()
                        .orElse(visit.exchange().origin().address())
                + address;
    }

    @Override
    public String with(String parameter, String value) {
        return Addresses.with(visit, parameter, value, PAGING);
    }

    @Override
    public String here() {
        return Addresses.here(visit);
    }

    @Override
    public String csrfToken() {
        return visit.csrfToken();
    }

    @Override
    public String once() {
        if (once.isEmpty()) {
            once = visit.form()
                    .first(Form.ONCE)
                    .orElseGet(() -> UUID.randomUUID().toString());
        }
        return once;
    }

    @Override
    public String draftUrl(String form) {
        List<String> place = List.of(
                visit.agency().map(Agency::code).orElse("-"), route.owner().id(), form);
        return "/drafts/" + String.join("/", place.stream().map(UrlText::encode).toList());
    }

    @Override
    public String asset(String name) {
        return surroundings.assets().address(name);
    }

    @Override
    public boolean can(Permission permission) {
        return visit.agency()
                .map(agency -> visit.actor().can(permission, agency.code()))
                .orElseGet(() -> visit.actor().canEverywhere(permission));
    }

    @Override
    public Optional<String> agencyCode() {
        return visit.agency().map(Agency::code);
    }
}
