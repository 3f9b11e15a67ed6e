package vn.kientao.platform.kernel.artifact;

import static vn.kientao.platform.kernel.Sentences.refuse;
import static vn.kientao.platform.kernel.Sentences.refuseBecause;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.jar.Attributes;
import org.osgi.framework.Constants;
import org.osgi.framework.Version;
import org.osgi.framework.VersionRange;
import vn.kientao.platform.api.module.ModuleId;
import vn.kientao.platform.api.module.ModuleManifest;
import vn.kientao.platform.api.module.ModuleManifest.DeclaredPermission;
import vn.kientao.platform.api.module.ReleaseRefusedException;
import vn.kientao.platform.api.security.Permission;
import vn.kientao.platform.api.text.Folding;
import vn.kientao.platform.api.text.LocalText;
import vn.kientao.platform.kernel.artifact.HeaderClauses.Clause;

/** Reads what a module jar says of itself, and refuses what no module may say. */
final class ManifestReader {
    private static final String MODULE = "Kientao-Module";
    private static final String NAME = "Kientao-Name";
    private static final String DESCRIPTION = "Kientao-Description";
    private static final String AREAS = "Kientao-Areas";
    private static final String API = "Kientao-Api";
    private static final String PERMISSIONS = "Kientao-Permissions";
    private static final String SMOKE = "Kientao-Smoke";

    /** Words that stand in addresses where a module's id may stand. */
    private static final Set<String> RESERVED = Set.of("audit", "catalogue", "upload");

    private final Attributes headers;

    private ManifestReader(Attributes headers) {
        this.headers = headers;
    }

    /**
     * Reads the main section of a manifest.
     *
     * @throws ReleaseRefusedException when a header is missing, malformed or forbidden
     */
    static ModuleManifest read(Attributes headers) {
        return new ManifestReader(headers).manifest();
    }

    private ModuleManifest manifest() {
        refuseForbidden();
        ModuleId id = value(MODULE, ModuleId::new);
        if (RESERVED.contains(id.value())) {
            throw refuse("kernel.refused.reserved-id", id);
        }
        Version version = value(Constants.BUNDLE_VERSION, Version::parseVersion);
        LocalText name = value(NAME, ManifestReader::localText);
        VersionRange api = value(API, VersionRange::valueOf);
        if (!api.includes(ModuleManifest.API_VERSION)) {
            throw refuse("kernel.refused.api", id, version, api, ModuleManifest.API_VERSION);
        }
        LocalText description = optional(DESCRIPTION).isEmpty() ? name : value(DESCRIPTION, ManifestReader::localText);
        return new ModuleManifest(
                id,
                version,
                name,
                description,
                areas(),
                api,
                permissions(id),
                HeaderClauses.split(optional(SMOKE), ','));
    }

    private void refuseForbidden() {
        if (optional(Constants.BUNDLE_SYMBOLICNAME).isEmpty()) {
            throw refuse("kernel.refused.header-missing", Constants.BUNDLE_SYMBOLICNAME);
        }
        if (!optional(Constants.BUNDLE_MANIFESTVERSION).equals("2")) {
            throw refuse("kernel.refused.manifest-version", optional(Constants.BUNDLE_MANIFESTVERSION));
        }
        if (!optional(Constants.FRAGMENT_HOST).isEmpty()) {
            throw refuse("kernel.refused.fragment", optional(Constants.FRAGMENT_HOST));
        }
        if (!optional(Constants.EXPORT_PACKAGE).isEmpty()) {
            throw refuse("kernel.refused.exports", firstWord(optional(Constants.EXPORT_PACKAGE)));
        }
        String singleton = HeaderClauses.clauses(optional(Constants.BUNDLE_SYMBOLICNAME))
                .get(0)
                .attributes()
                .getOrDefault(Constants.SINGLETON_DIRECTIVE, "false");
        if (singleton.equals("true")) {
            throw refuse("kernel.refused.singleton");
        }
    }

    private Set<String> areas() {
        return new TreeSet<>(HeaderClauses.split(optional(AREAS), ','));
    }

    private List<DeclaredPermission> permissions(ModuleId id) {
        List<DeclaredPermission> permissions = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Clause clause :
                optional(PERMISSIONS).isEmpty() ? List.<Clause>of() : value(PERMISSIONS, HeaderClauses::clauses)) {
            Permission permission = permission(clause.word());
            if (!permission.name().startsWith(id + ".")) {
                throw refuse("kernel.refused.permission-foreign", permission, id);
            }
            if (!seen.add(permission.name())) {
                throw refuse("kernel.refused.permission-twice", permission);
            }
            String roles = clause.attributes().getOrDefault("roles", "");
            permissions.add(new DeclaredPermission(
                    permission,
                    Set.copyOf(new TreeSet<>(HeaderClauses.split(roles, ','))),
                    words(permission, clause.attributes())));
        }
        return permissions;
    }

    private static Permission permission(String name) {
        try {
            return new Permission(name);
        } catch (IllegalArgumentException e) {
            throw refuseBecause(e, "kernel.refused.header-malformed", PERMISSIONS, name);
        }
    }

    private static LocalText words(Permission permission, Map<String, String> attributes) {
        String vietnamese = Folding.nfc(attributes.getOrDefault("vi", permission.name()));
        return new LocalText(vietnamese, Folding.nfc(attributes.getOrDefault("en", vietnamese)));
    }

    private static LocalText localText(String header) {
        Map<String, String> words = HeaderClauses.pairs(header);
        String vietnamese = words.getOrDefault("vi", "");
        if (vietnamese.isBlank()) {
            throw new IllegalArgumentException("'" + header + "' (expected: vi=\"…\", en=\"…\")");
        }
        return new LocalText(Folding.nfc(vietnamese), Folding.nfc(words.getOrDefault("en", vietnamese)));
    }

    private <T> T value(String header, Function<String, T> reader) {
        String text = optional(header);
        if (text.isEmpty()) {
            throw refuse("kernel.refused.header-missing", header);
        }
        try {
            return reader.apply(text);
        } catch (IllegalArgumentException e) {
            throw refuseBecause(e, "kernel.refused.header-malformed", header, text);
        }
    }

    private String optional(String header) {
        String text = headers.getValue(header);
        return text == null ? "" : text.strip();
    }

    private static String firstWord(String header) {
        return HeaderClauses.clauses(header).get(0).word();
    }
}
