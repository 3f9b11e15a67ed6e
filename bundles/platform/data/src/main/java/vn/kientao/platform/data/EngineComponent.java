package vn.kientao.platform.data;

import java.nio.file.Path;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens the database when the platform starts and closes it last; its settings are in {@code etc/vn.kientao.data.cfg}. */
@Component(service = EngineComponent.class, configurationPid = "vn.kientao.data")
public final class EngineComponent {
    private static final Logger log = LoggerFactory.getLogger(EngineComponent.class);

    private final Engine engine;

    /** {@code etc/vn.kientao.data.cfg}; a change closes the database and opens it again. */
    public @interface Config {
        /** JDBC address; empty stands for an embedded database in the state folder. */
        String url() default "";

        /** For PostgreSQL. */
        String user() default "kientao";

        /** For PostgreSQL. */
        String password() default "";

        int readers() default 16;

        int writers() default 8;
    }

    @Activate
    public EngineComponent(Config config, BundleContext context) {
        String url =
                config.url().isBlank() ? "jdbc:h2:file:" + stateFolder(context).resolve("db/kientao") : config.url();
        this.engine = Engine.open(
                new DataSettings(url.strip(), config.user(), config.password(), config.readers(), config.writers()));
        engine.risk().ifPresent(log::warn);
    }

    Engine engine() {
        return engine;
    }

    @Deactivate
    void close() {
        engine.close();
    }

    private static Path stateFolder(BundleContext context) {
        String named = context.getProperty("kientao.data");
        if (named != null && !named.isBlank()) {
            return Path.of(named);
        }
        String karaf = context.getProperty("karaf.data");
        return Path.of(karaf == null ? "data" : karaf, "kientao");
    }
}
