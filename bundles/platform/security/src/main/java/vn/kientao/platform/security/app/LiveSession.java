package vn.kientao.platform.security.app;

import java.time.Duration;
import java.time.Instant;
import vn.kientao.platform.api.security.Session;
import vn.kientao.platform.security.store.SessionRepository.StoredSession;
import vn.kientao.platform.security.store.SessionRepository.Whence;

/** The copy of a session in memory: what was read, when, and when it was used since. */
final class LiveSession {
    private final StoredSession stored;
    private final Session session;
    private volatile Instant loadedAt;
    private volatile Instant seenAt;
    private volatile Instant writtenAt;
    private volatile Whence whence;
    private volatile Whence written;

    LiveSession(StoredSession stored, Session session, Instant loadedAt) {
        this.stored = stored;
        this.session = session;
        this.loadedAt = loadedAt;
        this.seenAt = stored.seenAt();
        this.writtenAt = stored.seenAt();
        this.whence = stored.whence();
        this.written = stored.whence();
    }

    /** The newer copy, which does not forget when the session was last used. */
    LiveSession replacedBy(LiveSession newer) {
        newer.seen(seenAt);
        if (!whence.equals(Whence.UNKNOWN)) {
            newer.whence = whence;
        }
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

    Whence whence() {
        return whence;
    }

    void usedFrom(Whence place) {
        if (!place.equals(whence)) {
            whence = place;
        }
    }

    /** Used for longer than what may be lost, or from elsewhere than is written down. */
    boolean unwritten(Duration tolerated) {
        return seenAt.isAfter(writtenAt.plus(tolerated)) || !whence.equals(written);
    }

    void written() {
        writtenAt = seenAt;
        written = whence;
    }
}
