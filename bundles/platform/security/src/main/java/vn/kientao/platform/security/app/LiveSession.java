package vn.kientao.platform.security.app;

import java.time.Duration;
import java.time.Instant;
import vn.kientao.platform.api.security.Session;
import vn.kientao.platform.security.store.SessionRepository.StoredSession;

/** The copy of a session in memory: what was read, when, and when it was used since. */
final class LiveSession {
    private final StoredSession stored;
    private final Session session;
    private volatile Instant loadedAt;
    private volatile Instant seenAt;
    private volatile Instant writtenAt;

    LiveSession(StoredSession stored, Session session, Instant loadedAt) {
        this.stored = stored;
        this.session = session;
        this.loadedAt = loadedAt;
        this.seenAt = stored.seenAt();
        this.writtenAt = stored.seenAt();
    }

    /** The newer copy, which does not forget when the session was last used. */
    LiveSession replacedBy(LiveSession newer) {
        newer.seen(seenAt);
        return newer;
    }

    StoredSession stored() {
        return stored;
    }

    Session session() {
        return session;
    }

    Instant loadedAt() {
        return loadedAt;
    }

    Instant seenAt() {
        return seenAt;
    }

    void seen(Instant at) {
        if (at.isAfter(seenAt)) {
            seenAt = at;
        }
    }

    void stale() {
        loadedAt = Instant.EPOCH;
    }

    boolean unwritten(Duration tolerated) {
        return seenAt.isAfter(writtenAt.plus(tolerated));
    }

    void written() {
        writtenAt = seenAt;
    }
}
