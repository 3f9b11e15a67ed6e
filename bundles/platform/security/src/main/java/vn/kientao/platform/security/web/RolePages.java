package vn.kientao.platform.security.web;

import gg.jte.output.WriterOutput;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.module.ModuleId;
import vn.kientao.platform.api.module.ModuleStatus;
import vn.kientao.platform.api.module.Modules;
import vn.kientao.platform.api.security.Permission;
import vn.kientao.platform.api.text.LocalText;
import vn.kientao.platform.api.text.TextBundle;
import vn.kientao.platform.api.text.Texts;
import vn.kientao.platform.api.web.PlatformRoutes;
import vn.kientao.platform.api.web.Reply;
import vn.kientao.platform.api.web.Request;
import vn.kientao.platform.api.web.Routes;
import vn.kientao.platform.security.app.RoleBook;
import vn.kientao.platform.security.domain.KnownRoles;
import vn.kientao.platform.security.web.templates.StaticTemplates;
import vn.kientao.platform.security.web.templates.Templates;

/** Which role may do what: to be read, not changed. Roles are what the platform and its modules declare. */
@Component(service = PlatformRoutes.class)
public final class RolePages implements PlatformRoutes {
    private final RoleBook book;
    private final Function<String, Optional<LocalText>> moduleNames;
    private final Templates templates = new StaticTemplates();
    private final TextBundle texts = TextBundle.of(RolePages.class);

    @Activate
    public RolePages(@Reference RoleBook book, @Reference Modules modules) {
        this(book, id -> modules.find(new ModuleId(id)).map(ModuleStatus::name));
    }

    RolePages(RoleBook book, Function<String, Optional<LocalText>> moduleNames) {
        this.book = book;
        this.moduleNames = moduleNames;
    }

    @Override
    public void routes(Routes routes) {
        routes.get("/admin/roles", Permission.ADMINISTER, this::show);
        routes.get("/api/v1/admin/roles", Permission.ADMINISTER, this::list)
                .summary("roles.summary")
                .returns(RoleJson[].class);
    }

    Reply show(Request request) {
        Texts words = request.page().texts();
        Map<String, List<RolesModel.Row>> rows = new LinkedHashMap<>();
        book.rights()
                .forEach(right -> rows.computeIfAbsent(right.module(), module -> new ArrayList<>())
                        .add(new RolesModel.Row(
                                right.permission(),
                                words.get(right.words()),
                                KnownRoles.all().stream()
                                        .filter(right.roles()::contains)
                                        .map(role -> words.get("role." + role))
                                        .toList())));
        RolesModel model = new RolesModel(
                request.page(),
                KnownRoles.all().stream().map(role -> line(role, words)).toList(),
                rows.entrySet().stream()
                        .map(entry -> new RolesModel.Section(
                                entry.getKey().isEmpty() ? "platform" : entry.getKey(),
                                name(entry.getKey(), words),
                                entry.getValue()))
                        .toList());
        return Reply.page(
                        request.page().text("roles.title"),
                        out -> templates.securityRoles(model).render(new WriterOutput(out)))
                .crumbs(new Reply.Crumb(request.page().text("accounts.title"), "/admin/accounts"));
    }

    private static RolesModel.RoleLine line(String role, Texts words) {
        return new RolesModel.RoleLine(
                words.get("role." + role), words.get("roles.level." + level(role)), KnownRoles.lent(role));
    }

    private static String level(String role) {
        if (KnownRoles.ofUnits().contains(role)) {
            return "unit";
        }
        return KnownRoles.ofAgencies().contains(role) ? "agency" : "platform";
    }

    private String name(String module, Texts words) {
        return module.isEmpty()
                ? words.get("roles.platform")
                : moduleNames.apply(module).map(words::get).orElse(module);
    }

    Reply list(Request request) {
        List<RoleBook.Right> rights = book.rights();
        return Reply.json(KnownRoles.all().stream()
                .map(role -> new RoleJson(
                        role,
                        texts.text("role." + role),
                        level(role),
                        KnownRoles.lent(role),
                        rights.stream()
                                .filter(right -> right.roles().contains(role))
                                .map(right -> new RoleJson.Right(right.permission(), right.module(), right.words()))
                                .toList()))
                .toList());
    }

    /**
     * A role for programs.
     *
     * @param givenAt the lowest level at which it is given: {@code unit}, {@code agency} or {@code platform}
     * @param delegable whether a post with it may be lent
     */
    public record RoleJson(String id, LocalText name, String givenAt, boolean delegable, List<Right> permissions) {
        /** @param module its id; empty for the platform's own */
        public record Right(String permission, String module, LocalText words) {}
    }
}
