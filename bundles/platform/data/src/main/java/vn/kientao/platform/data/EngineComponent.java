package vn.kientao.platform.data;

import java.nio.file.Files;
import java.nio.file.Path;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
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
    public EngineComponent(Config config, @Reference OpeningStep step, BundleContext context) {
        String url =
                config.url().isBlank() ? "jdbc:h2:file:" + stateFolder(context).resolve("db/kientao") : config.url();
        this.engine = open(
                new DataSettings(url.strip(), config.user(), config.password(), config.readers(), config.writers()),
                step);
        engine.risk().ifPresent(log::warn);
    }

    /** Opens the database and takes the step; a database that was made for a step that failed is not kept. */
    static Engine open(DataSettings settings, OpeningStep step) {
        boolean there =
                !settings.embedded() || Files.exists(H2Files.of(settings.url()).database());
        Engine engine = Engine.open(settings);
        boolean taken = false;
        try {
            step.take(engine);
            taken = true;
            return engine;
        } finally {
            if (!taken) {
                engine.close();
                if (!there) {
                    H2Files.of(settings.url()).delete();
                }
            }
        }
    }

    public Engine engine() {
        return engine;
    }

    @Deactivate
    void close() {
        engine.close();
    }

    /** Where the platform keeps its files. */
    public static Path stateFolder(BundleContext context) {
        String named = context.getProperty("kientao.data");
        if (named != null && !named.isBlank()) {
            return Path.of(named);
        }
        String karaf = context.getProperty("karaf.data");
        return Path.of(karaf == null ? "data" : karaf, "kientao");
    }
}
