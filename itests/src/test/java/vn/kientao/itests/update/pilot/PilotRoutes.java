package vn.kientao.itests.update.pilot;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import vn.kientao.platform.api.module.HealthProbe;
import vn.kientao.platform.api.security.Permission;
import vn.kientao.platform.api.text.LocalText;
import vn.kientao.platform.api.web.ModuleRoutes;
import vn.kientao.platform.api.web.Reply;
import vn.kientao.platform.api.web.Request;
import vn.kientao.platform.api.web.Routes;

/** One page of work, and one that shows the half-filled forms that the platform keeps. The file {@code pilot.properties} of the release says how well it goes. */
public final class PilotRoutes implements ModuleRoutes, HealthProbe {
    private final int millis;
    private final int errorEvery;
    private final int sickAfter;
    private final AtomicLong asked = new AtomicLong();

    public PilotRoutes() {
        Properties behaviour = new Properties();
        try (InputStream in = PilotRoutes.class.getResourceAsStream("/pilot.properties")) {
            behaviour.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.millis = Integer.parseInt(behaviour.getProperty("millis", "40"));
        this.errorEvery = Integer.parseInt(behaviour.getProperty("errorEvery", "0"));
        this.sickAfter = Integer.parseInt(behaviour.getProperty("sickAfter", "0"));
    }

    @Override
    public void api(Routes routes) {
        routes.get("/work", Permission.SIGNED_IN, this::work);
        routes.get(
                "/drafts/{form}",
                Permission.SIGNED_IN,
                request -> Reply.json(request.draft(request.pathValue("form")).orElse(Map.of())));
    }

    private Reply work(Request request) {
        long turn = asked.incrementAndGet();
        try {
            TimeUnit.MILLISECONDS.sleep(millis);
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody may interrupt a request", e);
        }
        if (errorEvery > 0 && turn % errorEvery == 0) {
            throw new IllegalStateException("planted fault");
        }
        return Reply.json(turn);
    }

    @Override
    public Optional<LocalText> ailment() {
        return sickAfter > 0 && asked.get() > sickAfter
                ? Optional.of(new LocalText("mực đã khô", "the ink is dry"))
                : Optional.empty();
    }
}
