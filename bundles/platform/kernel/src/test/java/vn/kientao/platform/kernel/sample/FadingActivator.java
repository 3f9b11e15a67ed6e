package vn.kientao.platform.kernel.sample;

import java.util.Optional;
import java.util.function.Supplier;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import vn.kientao.platform.api.module.HealthProbe;
import vn.kientao.platform.api.text.LocalText;

/** A module that is well until somebody sets the system property {@code kientao.test.fading}. */
public final class FadingActivator implements BundleActivator {

    @Override
    public void start(BundleContext context) {
        context.registerService(Supplier.class, new Greeting(context.getBundle()), null);
        HealthProbe probe = () -> Boolean.getBoolean("kientao.test.fading")
                ? Optional.of(new LocalText("mực đã khô", "the ink is dry"))
                : Optional.empty();
        context.registerService(HealthProbe.class, probe, null);
    }

    @Override
    public void stop(BundleContext context) {
        // The framework takes the services back.
    }
}
