package vn.kientao.itests.update.broken;

import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

/** Cannot start. */
public final class ThrowingActivator implements BundleActivator {
    @Override
    public void start(BundleContext context) {
        throw new IllegalStateException("this release cannot start");
    }

    @Override
    public void stop(BundleContext context) {
        // Never started.
    }
}
