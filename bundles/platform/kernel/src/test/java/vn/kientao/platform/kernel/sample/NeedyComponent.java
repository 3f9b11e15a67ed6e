package vn.kientao.platform.kernel.sample;

import java.util.concurrent.Callable;

/** A component that needs a service; its description stands in the jar. */
public final class NeedyComponent {

    public NeedyComponent(Callable<?> needed) {
        if (needed.hashCode() == 0) {
            throw new IllegalArgumentException("no service");
        }
    }
}
