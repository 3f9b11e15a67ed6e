package vn.kientao.platform.privacy.app;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import vn.kientao.platform.api.module.Extensions;

/**
 * Everybody who keeps personal data: the platform's own rooms, and the releases of modules that serve now. Rooms are asked
 * first.
 */
@Component(service = PrivacySources.class)
public final class PrivacySources {
    private static final String MODULE_HEADER = "Kientao-Module";

    private final Rooms rooms;
    private volatile @Nullable Extensions modules;

    /** The services of the platform's own rooms. */
    interface Rooms {
        <S, R> List<R> ask(Class<S> type, Function<S, R> question);
    }

    @Activate
    public PrivacySources(BundleContext context) {
        this(new ServiceRooms(context));
    }

    PrivacySources(Rooms rooms) {
        this.rooms = rooms;
    }

    /** The kernel comes later than we do. */
    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void bindExtensions(Extensions present) {
        modules = present;
    }

    void unbindExtensions(Extensions absent) {
        if (absent.equals(modules)) {
            modules = null;
        }
    }

    /** Asks everybody who keeps data of the agency. */
    public <S, R> List<R> of(Class<S> type, String agency, Function<S, R> question) {
        List<R> answers = new ArrayList<>(rooms.ask(type, question));
        Optional.ofNullable(modules).ifPresent(present -> answers.addAll(present.of(type, agency, question)));
        return answers;
    }

    /** Asks everybody. */
    public <S, R> List<R> everywhere(Class<S> type, Function<S, R> question) {
        List<R> answers = new ArrayList<>(rooms.ask(type, question));
        Optional.ofNullable(modules).ifPresent(present -> answers.addAll(present.everywhere(type, question)));
        return answers;
    }

    /** Rooms as the framework knows them; what belongs to a module is left to {@link Extensions}. */
    private record ServiceRooms(BundleContext context) implements Rooms {
        @Override
        public <S, R> List<R> ask(Class<S> type, Function<S, R> question) {
            List<R> answers = new ArrayList<>();
            for (ServiceReference<S> reference : references(type)) {
                S service = reference.getBundle().getHeaders("").get(MODULE_HEADER) == null
                        ? context.getService(reference)
                        : null;
                if (service != null) {
                    try {
                        answers.add(question.apply(service));
                    } finally {
                        context.ungetService(reference);
                    }
                }
            }
            return answers;
        }

        private <S> Collection<ServiceReference<S>> references(Class<S> type) {
            try {
                return context.getServiceReferences(type, null);
            } catch (InvalidSyntaxException e) {
                throw new IllegalStateException("no filter is always a filter", e);
            }
        }
    }
}
