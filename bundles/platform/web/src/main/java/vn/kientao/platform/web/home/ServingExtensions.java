package vn.kientao.platform.web.home;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import vn.kientao.platform.api.module.Extensions;

/** What modules offer to pages of the platform; nothing while no module is there. */
@Component(service = ServingExtensions.class)
public final class ServingExtensions {
    private volatile @Nullable Extensions extensions;

    @Activate
    public ServingExtensions() {}

    /** Modules come later than the door, so they are asked when they are there. */
    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    public void bindExtensions(Extensions found) {
        extensions = found;
    }

    public void unbindExtensions(Extensions lost) {
        if (lost.equals(extensions)) {
            extensions = null;
        }
    }

    /** Asks every service of a type of the modules that serve the agency. A module that fails is left out. */
    public <S, R> List<R> of(Class<S> type, String agency, Function<S, R> question) {
        Extensions present = extensions;
        return present == null ? List.of() : present.of(type, agency, question);
    }
}
