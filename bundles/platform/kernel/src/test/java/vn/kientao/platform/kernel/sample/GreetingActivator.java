package vn.kientao.platform.kernel.sample;

import java.util.function.Supplier;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

/** A module that does its work. */
public final class GreetingActivator implements BundleActivator {

    @Override
    public void start(BundleContext context) {
        context.registerService(Supplier.class, new Greeting(context.getBundle()), null);
    }

    @Override
    public void stop(BundleContext context) {
        // The framework takes the service back.
    }
}
