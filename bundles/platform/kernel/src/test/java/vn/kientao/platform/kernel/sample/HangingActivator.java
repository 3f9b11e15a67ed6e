package vn.kientao.platform.kernel.sample;

import java.util.concurrent.CountDownLatch;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

/** A module that never comes back from its start, not even when it is interrupted. */
public final class HangingActivator implements BundleActivator {

    @Override
    public void start(BundleContext context) {
        CountDownLatch never = new CountDownLatch(1);
        while (never.getCount() > 0) {
            try {
                never.await();
            } catch (InterruptedException e) {
                continue;
            }
        }
    }

    @Override
    public void stop(BundleContext context) {
        // Never started.
    }
}
