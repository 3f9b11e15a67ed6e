package vn.kientao.platform.kernel.rollout;

import static vn.kientao.platform.kernel.Sentences.refuse;
import static vn.kientao.platform.kernel.Sentences.refuseBecause;

import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.osgi.framework.Bundle;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;
import org.osgi.service.component.runtime.dto.ReferenceDTO;
import org.osgi.service.component.runtime.dto.UnsatisfiedReferenceDTO;
import vn.kientao.platform.api.module.ReleaseRefusedException;
import vn.kientao.platform.kernel.artifact.Cut;

/** Waits until every declarative-services component of a bundle is up, or says what it waits for. */
public final class Components {
    private static final long LOOK_EVERY_MILLIS = 20;
    private static final String HEADER = "Service-Component";

    private final ServiceComponentRuntime runtime;

    public Components(ServiceComponentRuntime runtime) {
        this.runtime = runtime;
    }

    /**
     * Waits until all of them are up.
     *
     * @throws ReleaseRefusedException when one has failed, or is not up after {@code limit}
     */
    void await(Bundle bundle, Cut cut, Duration limit) {
        long deadline = System.nanoTime() + limit.toNanos();
        Optional<ReleaseRefusedException> trouble = trouble(bundle, cut);
        while (trouble.isPresent() && System.nanoTime() < deadline) {
            try {
                TimeUnit.MILLISECONDS.sleep(LOOK_EVERY_MILLIS);
            } catch (InterruptedException e) {
                throw new Interrupted(e);
            }
            trouble = trouble(bundle, cut);
        }
        trouble.ifPresent(refusal -> {
            throw refusal;
        });
    }

    private Optional<ReleaseRefusedException> trouble(Bundle bundle, Cut cut) {
        Collection<ComponentDescriptionDTO> components = runtime.getComponentDescriptionDTOs(bundle);
        if (components.isEmpty() && bundle.getHeaders().get(HEADER) != null) {
            return Optional.of(refuse("kernel.failed.components-unread", cut.module(), cut.version()));
        }
        for (ComponentDescriptionDTO component : components) {
            Optional<ReleaseRefusedException> trouble = trouble(component, cut);
            if (trouble.isPresent()) {
                return trouble;
            }
        }
        return Optional.empty();
    }

    private Optional<ReleaseRefusedException> trouble(ComponentDescriptionDTO component, Cut cut) {
        if (!runtime.isComponentEnabled(component)) {
            return Optional.empty();
        }
        for (ComponentConfigurationDTO configuration : runtime.getComponentConfigurationDTOs(component)) {
            switch (configuration.state) {
                case ComponentConfigurationDTO.UNSATISFIED_REFERENCE -> {
                    return Optional.of(unsatisfied(component, configuration, cut));
                }
                case ComponentConfigurationDTO.UNSATISFIED_CONFIGURATION -> {
                    return Optional.of(
                            refuse("kernel.failed.configuration", cut.module(), cut.version(), simple(component.name)));
                }
                case ComponentConfigurationDTO.FAILED_ACTIVATION ->
                    throw refuseBecause(
                            new IllegalStateException(String.valueOf(configuration.failure)),
                            "kernel.failed.component",
                            cut.module(),
                            cut.version(),
                            simple(component.name),
                            said(configuration.failure));
                default -> {
                    // Satisfied or active.
                }
            }
        }
        return Optional.empty();
    }

    private static ReleaseRefusedException unsatisfied(
            ComponentDescriptionDTO component, ComponentConfigurationDTO configuration, Cut cut) {
        for (UnsatisfiedReferenceDTO missing : configuration.unsatisfiedReferences) {
            for (ReferenceDTO reference : component.references) {
                if (reference.name.equals(missing.name)) {
                    return refuse(
                            "kernel.failed.service",
                            cut.module(),
                            cut.version(),
                            simple(reference.interfaceName),
                            simple(component.name));
                }
            }
        }
        return refuse("kernel.failed.service", cut.module(), cut.version(), "?", simple(component.name));
    }

    /** The line of a stack trace that says what went wrong: its last cause. */
    private static String said(String trace) {
        String words = trace == null ? "" : trace;
        String last = words.lines()
                .filter(line -> line.startsWith("Caused by: "))
                .reduce((a, b) -> b)
                .or(() -> words.lines().findFirst())
                .orElse("");
        int colon = last.indexOf(": ", last.startsWith("Caused by: ") ? "Caused by: ".length() : 0);
        return colon < 0 ? simple(last.replace("Caused by: ", "")) : last.substring(colon + 2);
    }

    private static String simple(String name) {
        return name.substring(name.lastIndexOf('.') + 1);
    }
}
