package vn.kientao.platform.security.app;

import java.nio.file.Path;
import org.osgi.framework.BundleContext;

/** The folder in which this installation keeps its state ({@code kientao.data}). */
public final class DataFolder {
    private DataFolder() {}

    public static Path of(BundleContext context) {
        String named = context.getProperty("kientao.data");
        if (named != null) {
            return Path.of(named);
        }
        String container = context.getProperty("karaf.data");
        if (container == null) {
            throw new IllegalStateException("neither kientao.data nor karaf.data is set (expected: a folder)");
        }
        return Path.of(container, "kientao");
    }
}
