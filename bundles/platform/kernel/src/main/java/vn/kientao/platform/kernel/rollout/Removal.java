package vn.kientao.platform.kernel.rollout;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.wiring.FrameworkWiring;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes a bundle out of the framework, and nothing else with it. */
public final class Removal {
    private static final Logger log = LoggerFactory.getLogger(Removal.class);

    private final FrameworkWiring framework;
    private final Duration limit;

    public Removal(BundleContext context, Duration limit) {
        this.framework = context.getBundle(Constants.SYSTEM_BUNDLE_LOCATION).adapt(FrameworkWiring.class);
        this.limit = limit;
    }

    /**
     * Stops, uninstalls and refreshes the bundle. One that hangs is left to its own thread: it serves nobody, and the next
     * start removes it.
     */
    void remove(Bundle bundle) {
        try {
            Patience.within(limit, "remove-" + bundle.getBundleId(), () -> {
                uninstall(bundle);
                return true;
            });
        } catch (TimeoutException e) {
            log.warn("Bundle {} does not let itself be removed within {} s", bundle, limit.toSeconds());
        } catch (ExecutionException e) {
            log.warn("Bundle {} could not be removed", bundle, e.getCause());
        } catch (InterruptedException e) {
            throw new Interrupted(e);
        }
    }

    /** Who would have to be refreshed with the bundle; nobody, unless it exports something after all. */
    List<String> usersOf(Bundle bundle) {
        return framework.getDependencyClosure(List.of(bundle)).stream()
                .filter(other -> !other.equals(bundle))
                .map(Bundle::getSymbolicName)
                .sorted()
                .toList();
    }

    private void uninstall(Bundle bundle) throws BundleException, InterruptedException {
        if (bundle.getState() != Bundle.UNINSTALLED) {
            try {
                bundle.stop(Bundle.STOP_TRANSIENT);
            } catch (BundleException e) {
                log.warn("Bundle {} stopped with an error", bundle, e);
            }
            bundle.uninstall();
        }
        Collection<Bundle> touched = framework.getDependencyClosure(List.of(bundle));
        if (touched.size() > 1) {
            log.error("Bundle {} is used by {}; not refreshed, so its classes stay in memory", bundle, touched);
            return;
        }
        CountDownLatch done = new CountDownLatch(1);
        framework.refreshBundles(List.of(bundle), event -> done.countDown());
        if (!done.await(limit.toSeconds(), TimeUnit.SECONDS)) {
            log.warn("Refreshing {} takes longer than {} s", bundle, limit.toSeconds());
        }
    }
}
