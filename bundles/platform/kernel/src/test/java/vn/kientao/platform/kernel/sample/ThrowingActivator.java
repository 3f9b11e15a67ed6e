package vn.kientao.platform.kernel.sample;

import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

/** A module that fails at start. */
public final class ThrowingActivator implements BundleActivator {

    @Override
    public void start(BundleContext context) {
        throw new IllegalStateException("the till is empty");
    }

    @Override
    public void stop(BundleContext context) {
        // Never started.
    }
}
