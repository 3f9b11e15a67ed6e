package vn.kientao.platform.kernel.sample;

import java.util.Optional;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import vn.kientao.platform.api.module.HealthProbe;
import vn.kientao.platform.api.text.LocalText;

/** A module that starts, and then says that it is not well. */
public final class SickActivator implements BundleActivator {

    @Override
    public void start(BundleContext context) {
        HealthProbe probe = () -> Optional.of(new LocalText("mất kết nối kho số", "the number store is away"));
        context.registerService(HealthProbe.class, probe, null);
    }

    @Override
    public void stop(BundleContext context) {
        // The framework takes the service back.
    }
}
