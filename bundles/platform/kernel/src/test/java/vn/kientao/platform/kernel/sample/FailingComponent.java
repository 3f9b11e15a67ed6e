package vn.kientao.platform.kernel.sample;

import java.util.function.Supplier;

/** A component whose constructor fails. */
public final class FailingComponent implements Supplier<String> {

    public FailingComponent() {
        throw new IllegalStateException("the ink is dry");
    }

    @Override
    public String get() {
        return "";
    }
}
