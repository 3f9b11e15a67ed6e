package vn.kientao.platform.kernel.sample;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.osgi.framework.Bundle;

/** Answers with the version of its release; says loudly when it is asked after its release was stopped. */
public final class Greeting implements Supplier<String> {
    private final Bundle bundle;
    private final AtomicInteger asked = new AtomicInteger();

    public Greeting(Bundle bundle) {
        this.bundle = bundle;
    }

    @Override
    public String get() {
        if (bundle.getState() != Bundle.ACTIVE && bundle.getState() != Bundle.STARTING) {
            throw new IllegalStateException("asked after the end, state " + bundle.getState());
        }
        asked.incrementAndGet();
        return bundle.getVersion().toString();
    }
}
