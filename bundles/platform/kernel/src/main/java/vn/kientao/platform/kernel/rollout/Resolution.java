package vn.kientao.platform.kernel.rollout;

import static vn.kientao.platform.kernel.Sentences.refuse;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.Version;
import org.osgi.framework.namespace.PackageNamespace;
import org.osgi.framework.wiring.BundleCapability;
import org.osgi.framework.wiring.BundleRequirement;
import org.osgi.framework.wiring.BundleRevision;
import org.osgi.framework.wiring.FrameworkWiring;
import org.osgi.resource.Namespace;
import org.osgi.resource.Requirement;
import org.osgi.resource.Resource;
import vn.kientao.platform.api.module.ReleaseRefusedException;
import vn.kientao.platform.kernel.artifact.Cut;

/** Looks for what a bundle needs and nobody has, and says it so that a person can act on it. */
final class Resolution {
    private final FrameworkWiring framework;

    Resolution(BundleContext context) {
        this.framework = context.getBundle(Constants.SYSTEM_BUNDLE_LOCATION).adapt(FrameworkWiring.class);
    }

    /**
     * Resolves the bundle.
     *
     * @throws ReleaseRefusedException naming what is missing, and which version of it is there
     */
    void resolve(Bundle bundle, Cut cut) {
        if (framework.resolveBundles(List.of(bundle))) {
            return;
        }
        BundleRevision revision = bundle.adapt(BundleRevision.class);
        for (BundleRequirement requirement : revision.getDeclaredRequirements(null)) {
            if (mandatory(requirement) && framework.findProviders(requirement).isEmpty()) {
                throw missing(cut, requirement);
            }
        }
        throw refuse("kernel.failed.resolve", cut.module(), cut.version());
    }

    private static boolean mandatory(BundleRequirement requirement) {
        Map<String, String> directives = requirement.getDirectives();
        return !Namespace.RESOLUTION_OPTIONAL.equals(directives.get(Namespace.REQUIREMENT_RESOLUTION_DIRECTIVE))
                && Namespace.EFFECTIVE_RESOLVE.equals(directives.getOrDefault(
                        Namespace.REQUIREMENT_EFFECTIVE_DIRECTIVE, Namespace.EFFECTIVE_RESOLVE));
    }

    private ReleaseRefusedException missing(Cut cut, BundleRequirement requirement) {
        String filter = requirement.getDirectives().getOrDefault(Namespace.REQUIREMENT_FILTER_DIRECTIVE, "");
        Optional<String> name = FilterWords.value(filter, PackageNamespace.PACKAGE_NAMESPACE);
        if (!requirement.getNamespace().equals(PackageNamespace.PACKAGE_NAMESPACE) || name.isEmpty()) {
            return refuse(
                    "kernel.failed.missing-capability",
                    cut.module(),
                    cut.version(),
                    requirement.getNamespace(),
                    filter);
        }
        String wanted = (name.get() + " " + FilterWords.range(filter)).strip();
        return framework.findProviders(new AnyVersion(name.get(), requirement.getResource())).stream()
                .max(Comparator.comparing(Resolution::version))
                .map(there -> refuse(
                        "kernel.failed.missing-package-version",
                        cut.module(),
                        cut.version(),
                        wanted,
                        version(there),
                        there.getRevision().getSymbolicName()))
                .orElseGet(() -> refuse("kernel.failed.missing-package", cut.module(), cut.version(), wanted));
    }

    private static Version version(BundleCapability capability) {
        return capability.getAttributes().get(PackageNamespace.CAPABILITY_VERSION_ATTRIBUTE) instanceof Version version
                ? version
                : Version.emptyVersion;
    }

    /** Asks for a package in whatever version. */
    private record AnyVersion(String name, Resource resource) implements Requirement {
        @Override
        public String getNamespace() {
            return PackageNamespace.PACKAGE_NAMESPACE;
        }

        @Override
        public Map<String, String> getDirectives() {
            return Map.of(
                    Namespace.REQUIREMENT_FILTER_DIRECTIVE,
                    "(" + PackageNamespace.PACKAGE_NAMESPACE + "=" + name + ")");
        }

        @Override
        public Map<String, Object> getAttributes() {
            return Map.of();
        }

        @Override
        public Resource getResource() {
            return resource;
        }
    }
}
