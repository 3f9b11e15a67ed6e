package vn.kientao.platform.kernel.rollout;

import static vn.kientao.platform.kernel.Sentences.refuse;
import static vn.kientao.platform.kernel.Sentences.refuseBecause;
import static vn.kientao.platform.kernel.Sentences.refuseWithWords;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.startlevel.BundleStartLevel;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.kientao.platform.api.data.MigrationException;
import vn.kientao.platform.api.data.MigrationScripts;
import vn.kientao.platform.api.data.Migrations;
import vn.kientao.platform.api.module.HealthProbe;
import vn.kientao.platform.api.module.ReleaseRefusedException;
import vn.kientao.platform.api.text.LocalText;
import vn.kientao.platform.kernel.artifact.Artifact;
import vn.kientao.platform.kernel.artifact.Cut;
import vn.kientao.platform.kernel.live.LiveRelease;

/**
 * Brings a release up beside whatever is live and tries it. Nothing but the new bundle is touched; whatever goes wrong
 * ends in a {@link ReleaseRefusedException} with the bundle gone again.
 */
public final class Staging {
    private static final Logger log = LoggerFactory.getLogger(Staging.class);
    private static final Duration PROBE_LIMIT = Duration.ofSeconds(5);

    private final BundleContext context;
    private final Resolution resolution;
    private final Migrations migrations;
    private final Components components;
    private final Gates gates;
    private final Removal removal;
    private final Duration limit;

    public Staging(
            BundleContext context,
            Migrations migrations,
            Components components,
            Gates gates,
            Removal removal,
            Duration limit) {
        this.context = context;
        this.resolution = new Resolution(context);
        this.migrations = migrations;
        this.components = components;
        this.gates = gates;
        this.removal = removal;
        this.limit = limit;
    }

    /**
     * Installs, migrates and starts.
     *
     * @param migrate whether pending expand scripts run; not when an older release comes back to a newer schema
     */
    LiveRelease stage(Artifact artifact, boolean migrate) {
        Cut cut = artifact.cut();
        Bundle bundle = install(artifact);
        LiveRelease release = new LiveRelease(artifact.manifest(), cut, bundle, context);
        boolean up = false;
        try {
            resolution.resolve(bundle, cut);
            if (migrate) {
                expand(bundle, cut);
            }
            start(bundle, cut);
            components.await(bundle, cut, limit);
            warm(release);
            up = true;
            return release;
        } finally {
            if (!up) {
                remove(release);
            }
        }
    }

    /** Lets gates and the release itself say whether it may serve. */
    void verify(LiveRelease release) {
        boolean well = false;
        try {
            gates.admit(release);
            probe(release);
            gates.verify(release);
            well = true;
        } finally {
            if (!well) {
                remove(release);
            }
        }
    }

    /** Asks the release itself whether it is well. */
    void probe(LiveRelease release) {
        for (HealthProbe probe : release.services(HealthProbe.class)) {
            ailment(release, probe).ifPresent(ailment -> {
                throw unwell(release, ailment);
            });
        }
    }

    /** Takes a release down that serves nobody: stopped, uninstalled, forgotten. */
    void remove(LiveRelease release) {
        gates.forget(release);
        release.letGo();
        removal.remove(release.bundle());
    }

    private Bundle install(Artifact artifact) {
        try (InputStream in = Files.newInputStream(artifact.file())) {
            Bundle bundle = context.installBundle(freeLocation(artifact), in);
            int own = context.getBundle().adapt(BundleStartLevel.class).getStartLevel();
            bundle.adapt(BundleStartLevel.class).setStartLevel(Math.max(1, own));
            return bundle;
        } catch (BundleException | IOException e) {
            throw refuseWithWords(
                    e,
                    "kernel.failed.install",
                    artifact.module(),
                    artifact.manifest().version());
        }
    }

    /** A retired release of the same content may still be finishing its requests under the plain location. */
    private String freeLocation(Artifact artifact) {
        String location = artifact.location();
        for (int again = 2; context.getBundle(location) != null; again++) {
            location = artifact.location() + "/" + again;
        }
        return location;
    }

    private void expand(Bundle bundle, Cut cut) {
        try {
            List<String> ran = migrations.expand(cut.module().value(), MigrationScripts.of(bundle));
            if (!ran.isEmpty()) {
                log.info("Expanded schema {} for {}: {}", cut.module(), cut, ran);
            }
        } catch (MigrationException e) {
            throw refuseWithWords(e, "kernel.failed.migration", cut.module(), cut.version(), e.script());
        }
    }

    private void start(Bundle bundle, Cut cut) {
        try {
            Patience.within(limit, "start-" + cut, () -> {
                bundle.start(Bundle.START_TRANSIENT);
                return true;
            });
        } catch (TimeoutException e) {
            throw refuseBecause(e, "kernel.failed.start-slow", cut.module(), cut.version(), limit.toSeconds());
        } catch (ExecutionException e) {
            throw refuseWithWords(e, "kernel.failed.start", cut.module(), cut.version());
        } catch (InterruptedException e) {
            throw new Interrupted(e);
        }
    }

    /** Makes every service object now: what fails or hangs does so before anybody is served. */
    private void warm(LiveRelease release) {
        Cut cut = release.cut();
        try {
            Patience.within(limit, "warm-" + cut, () -> {
                release.warm();
                return true;
            });
        } catch (TimeoutException e) {
            throw refuseBecause(e, "kernel.failed.start-slow", cut.module(), cut.version(), limit.toSeconds());
        } catch (ExecutionException e) {
            throw refuseWithWords(e, "kernel.failed.start", cut.module(), cut.version());
        } catch (InterruptedException e) {
            throw new Interrupted(e);
        }
        components.await(release.bundle(), cut, limit);
    }

    private Optional<LocalText> ailment(LiveRelease release, HealthProbe probe) {
        Cut cut = release.cut();
        try {
            return Patience.within(PROBE_LIMIT, "probe-" + cut, probe::ailment);
        } catch (TimeoutException e) {
            throw refuseBecause(e, "kernel.failed.probe-slow", cut.module(), cut.version(), PROBE_LIMIT.toSeconds());
        } catch (ExecutionException e) {
            throw refuseWithWords(e, "kernel.failed.probe", cut.module(), cut.version());
        } catch (InterruptedException e) {
            throw new Interrupted(e);
        }
    }

    private static ReleaseRefusedException unwell(LiveRelease release, LocalText ailment) {
        Cut cut = release.cut();
        return new ReleaseRefusedException(new LocalText(
                refuse("kernel.failed.probe", cut.module(), cut.version(), ailment.vi())
                        .reason()
                        .vi(),
                refuse("kernel.failed.probe", cut.module(), cut.version(), ailment.en())
                        .reason()
                        .en()));
    }
}
