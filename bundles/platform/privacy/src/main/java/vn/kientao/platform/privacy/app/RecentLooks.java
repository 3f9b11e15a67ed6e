package vn.kientao.platform.privacy.app;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import vn.kientao.platform.api.privacy.PersonalDataAccess;

/**
 * Which looks have just been noted, so that a page that is loaded again and again leaves one entry an hour. Remembers a
 * bounded number of them; one that was forgotten is noted once more.
 */
final class RecentLooks {
    static final Duration ONE_ENTRY_IN = Duration.ofHours(1);
    private static final int MOST = 50_000;

    private final Map<Look, Instant> noted = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Look, Instant> eldest) {
            return size() > MOST;
        }
    };

    /** Who looks at what, how and from where. */
    private record Look(
            String account, String actingFor, String address, String agency, String type, String object, String way) {
        static Look of(PersonalDataAccess access) {
            return new Look(
                    access.account(),
                    access.actingFor(),
                    access.address(),
                    access.agency(),
                    access.objectType(),
                    access.objectId(),
                    access.way());
        }
    }

    /** Remembers the look; false when it has been noted within the hour. */
    synchronized boolean isNew(PersonalDataAccess access) {
        Look look = Look.of(access);
        Instant before = noted.get(look);
        if (before != null && access.at().isBefore(before.plus(ONE_ENTRY_IN))) {
            return false;
        }
        noted.remove(look);
        noted.put(look, access.at());
        return true;
    }

    /** The look was not noted after all. */
    synchronized void forget(PersonalDataAccess access) {
        noted.remove(Look.of(access));
    }
}
