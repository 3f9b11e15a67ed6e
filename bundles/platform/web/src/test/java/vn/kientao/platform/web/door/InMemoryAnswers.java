package vn.kientao.platform.web.door;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import vn.kientao.platform.web.once.Answers;

/** Answers in memory, to the same contract as the table. */
final class InMemoryAnswers implements Answers {
    private final Map<String, String> bodies = new ConcurrentHashMap<>();
    private final Map<String, Reservation.Answered> kept = new ConcurrentHashMap<>();

    @Override
    public Reservation reserve(String key, String bodyHash) {
        String before = bodies.putIfAbsent(key, bodyHash);
        if (before == null) {
            return new Reservation.Fresh();
        }
        if (!before.equals(bodyHash)) {
            return new Reservation.OtherBody();
        }
        Reservation.Answered answered = kept.get(key);
        return answered == null ? new Reservation.UnderWay() : answered;
    }

    @Override
    public void keep(String key, int status, String json, String headers) {
        kept.put(key, new Reservation.Answered(status, json, headers));
    }

    @Override
    public void release(String key) {
        bodies.remove(key);
    }
}
