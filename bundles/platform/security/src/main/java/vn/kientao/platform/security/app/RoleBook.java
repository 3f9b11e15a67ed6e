package vn.kientao.platform.security.app;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.security.Roles;
import vn.kientao.platform.api.text.LocalText;
import vn.kientao.platform.api.text.TextBundle;
import vn.kientao.platform.security.domain.PlatformRights;
import vn.kientao.platform.security.store.RoleRepository;
import vn.kientao.platform.security.store.RoleRepository.PermissionWords;
import vn.kientao.platform.security.store.RoleRepository.RolePermission;
import vn.kientao.platform.security.store.SecurityStore;

/** What every role may do, module by module, as releases and the platform declare it now. */
@Component(service = RoleBook.class)
public final class RoleBook {
    /** What stands for the platform's own rooms where a module's id stands otherwise. */
    public static final String PLATFORM = "";

    private final SecurityStore store;
    private final RoleRepository roles = new RoleRepository();
    private final TextBundle texts = TextBundle.of(RoleBook.class);

    @Activate
    public RoleBook(@Reference SecurityStore store) {
        this.store = store;
    }

    /**
     * A permission.
     *
     * @param module id of the module; {@link #PLATFORM} for the platform's own
     * @param words what it lets people do
     * @param roles ids of the roles that carry it
     */
    public record Right(String module, String permission, LocalText words, Set<String> roles) {
        public Right {
            roles = Set.copyOf(roles);
        }
    }

    /** Every permission, those of the platform first, then module by module. */
    public List<Right> rights() {
        List<RolePermission> carried = store.read(roles::permissions);
        List<Right> rights = new ArrayList<>();
        PlatformRights.all()
                .forEach(right -> rights.add(new Right(
                        PLATFORM,
                        right.permission().name(),
                        texts.text("permission." + right.permission().name()),
                        right.roles())));
        Map<String, PermissionWords> words = new LinkedHashMap<>();
        store.read(roles::words).forEach(one -> words.putIfAbsent(one.permission(), one));
        words.values()
                .forEach(one -> rights.add(
                        new Right(one.module(), one.permission(), one.words(), roles(one.permission(), carried))));
        return rights;
    }

    /** A platform administrator looks at everything, whatever the module says. */
    private static Set<String> roles(String permission, List<RolePermission> carried) {
        Set<String> found = carried.stream()
                .filter(one ->
                        one.permission().equals(permission) && !one.role().isEmpty())
                .map(RolePermission::role)
                .collect(Collectors.toCollection(TreeSet::new));
        if (permission.endsWith(Actors.LOOKS)) {
            found.add(Roles.PLATFORM_ADMINISTRATOR);
        }
        return found;
    }
}
