package vn.kientao.platform.kernel.sample;

import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

/** A module that never comes back from its start, not even when it is interrupted. */
public final class HangingActivator implements BundleActivator {

    @Override
    public void start(BundleContext context) {
        ReentrantLock lock = new ReentrantLock();
        Condition never = lock.newCondition();
        lock.lock();
        try {
            while (context != null) {
                never.awaitUninterruptibly();
            }
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void stop(BundleContext context) {
        // Never started.
    }
}
