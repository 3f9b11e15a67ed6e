package vn.kientao.platform.web.door;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import vn.kientao.platform.api.security.Actor;
import vn.kientao.platform.api.security.Permission;
import vn.kientao.platform.api.security.Session;
import vn.kientao.platform.api.security.Sessions;

/** Sessions by name: the token {@code lan} is Lan's session. */
final class FakeSessions implements Sessions {
    private final Map<String, Session> sessions = new HashMap<>();
    final Map<String, Renewal> renewals = new HashMap<>();
    final Map<String, String> uses = new HashMap<>();
    final AtomicInteger looks = new AtomicInteger();

    /** What asking for a session ends with, instead of an answer. */
    Optional<RuntimeException> fault = Optional.empty();

    void open(String token, String agency, Permission... permissions) {
        Set<String> names = Set.copyOf(
                java.util.Arrays.stream(permissions).map(Permission::name).toList());
        Actor actor = new Actor(token, "Nguyễn Thị " + token, Set.of(), Map.of(agency, names));
        sessions.put(token, new Session("hash-" + token, actor, "csrf-" + token, Optional.empty()));
    }

    void put(String token, Session session) {
        sessions.put(token, session);
    }

    @Override
    public Optional<Session> find(String token) {
        fault.ifPresent(thrown -> {
            throw thrown;
        });
        return Optional.ofNullable(sessions.get(token));
    }

    @Override
    public Optional<Session> look(String token) {
        looks.incrementAndGet();
        return find(token);
    }

    @Override
    public Optional<Renewal> renewal(String token) {
        return Optional.ofNullable(renewals.remove(token));
    }

    @Override
    public void used(Session session, String address, String device) {
        uses.put(session.id(), address + " " + device);
    }

    @Override
    public String visitorCsrfToken(String visitor) {
        return "v" + Integer.toHexString(visitor.hashCode());
    }
}
