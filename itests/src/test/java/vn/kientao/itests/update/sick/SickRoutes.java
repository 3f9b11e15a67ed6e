package vn.kientao.itests.update.sick;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import vn.kientao.platform.api.security.Permission;
import vn.kientao.platform.api.web.ModuleRoutes;
import vn.kientao.platform.api.web.Reply;
import vn.kientao.platform.api.web.Request;
import vn.kientao.platform.api.web.Routes;

/** Pages that sleep, loop, hoard memory or give up, as their address says; and one that is well. */
public final class SickRoutes implements ModuleRoutes {
    private static final int MEGABYTE = 1 << 20;

    private final List<byte[]> hoard = new CopyOnWriteArrayList<>();

    @Override
    public void open(Routes routes) {
        routes.get("/well", Permission.ANYONE, request -> Reply.json("well"));
        routes.get("/sleep/{seconds}", Permission.ANYONE, SickRoutes::sleep);
        routes.get("/loop/{seconds}", Permission.ANYONE, SickRoutes::loop);
        routes.get("/hoard/{megabytes}", Permission.ANYONE, this::hoard);
        routes.get("/give-up", Permission.ANYONE, request -> {
            throw new OutOfMemoryError("planted");
        });
    }

    private static Reply sleep(Request request) {
        try {
            TimeUnit.SECONDS.sleep(Long.parseLong(request.pathValue("seconds")));
            return Reply.json("slept");
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody may interrupt a request", e);
        }
    }

    private static Reply loop(Request request) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(Long.parseLong(request.pathValue("seconds")));
        long turns = 0;
        while (System.nanoTime() < end) {
            turns++;
        }
        return Reply.json(turns);
    }

    private Reply hoard(Request request) {
        for (int i = Integer.parseInt(request.pathValue("megabytes")); i > 0; i--) {
            byte[] piece = new byte[MEGABYTE];
            Arrays.fill(piece, (byte) i);
            hoard.add(piece);
        }
        return Reply.json(hoard.size());
    }
}
