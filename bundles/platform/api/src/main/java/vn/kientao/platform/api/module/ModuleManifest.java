package vn.kientao.platform.api.module;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Set;
import org.osgi.framework.Version;
import org.osgi.framework.VersionRange;
import vn.kientao.platform.api.security.Permission;
import vn.kientao.platform.api.text.LocalText;

/**
 * What a release says of itself in its {@code Kientao-*} headers.
 *
 * <pre>
 * Kientao-Module: procedures
 * Kientao-Name: vi="Thủ tục hành chính", en="Administrative procedures"   (also Kientao-Description)
 * Kientao-Areas: procedures
 * Kientao-Api: [1.0,2)
 * Kientao-Permissions: procedures.read;roles="desk-officer,handler";vi="Xem thủ tục";en="See procedures"
 * Kientao-Smoke: /public/procedures
 * Bundle-Version: 1.0.0
 * </pre>
 *
 * @param areas the reform areas it serves: institutions, procedures, apparatus, civilservice, egovernment, communication
 * @param api the platform API versions it works with; the platform's own is {@link #API_VERSION}
 * @param permissions what it asks of people, each with the roles that have it when nobody decides otherwise
 * @param smokePaths public pages that must answer below 400 before the release may serve
 */
public record ModuleManifest(
        ModuleId id,
        Version version,
        LocalText name,
        LocalText description,
        Set<String> areas,
        VersionRange api,
        List<DeclaredPermission> permissions,
        List<String> smokePaths) {

    /** The version of the module contract that this platform offers. */
    public static final Version API_VERSION = new Version(1, 0, 0);

    public ModuleManifest {
        requireNonNull(id, "id");
        requireNonNull(version, "version");
        requireNonNull(name, "name");
        requireNonNull(description, "description");
        requireNonNull(api, "api");
        areas = Set.copyOf(areas);
        permissions = List.copyOf(permissions);
        smokePaths = List.copyOf(smokePaths);
    }

    public ReleaseId release() {
        return new ReleaseId(id, version);
    }

    /**
     * A permission and the ids of the roles that carry it as shipped.
     *
     * @param words what it lets people do, in words; its name when the module does not say
     */
    public record DeclaredPermission(Permission permission, Set<String> roles, LocalText words) {
        public DeclaredPermission {
            requireNonNull(permission, "permission");
            roles = Set.copyOf(roles);
            requireNonNull(words, "words");
        }

        public DeclaredPermission(Permission permission, Set<String> roles) {
            this(permission, roles, LocalText.same(permission.name()));
        }
    }
}
