package vn.kientao.platform.audit.app;

import java.nio.file.Path;
import org.osgi.framework.BundleContext;

/** The folder in which this installation keeps its state ({@code kientao.data}). */
final class DataFolder {
    private DataFolder() {}

    static Path of(BundleContext context) {
        String named = context.getProperty("kientao.data");
        if (named != null && !named.isBlank()) {
            return Path.of(named);
        }
        String container = context.getProperty("karaf.data");
        return Path.of(container == null ? "data" : container, "kientao");
    }
}
