package vn.kientao.platform.kernel.rollout;

import static vn.kientao.platform.kernel.Sentences.refuseBecause;
import static vn.kientao.platform.kernel.Sentences.refuseWithWords;

import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.osgi.framework.Constants;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.kientao.platform.api.module.ReleaseGate;
import vn.kientao.platform.api.module.ReleaseRefusedException;
import vn.kientao.platform.kernel.live.LiveRelease;

/** The rooms that have a say, asked in order of ranking; remembers who has admitted what, so that all of it is forgotten. */
public final class Gates {
    private static final Logger log = LoggerFactory.getLogger(Gates.class);

    private final List<Gate> gates = new CopyOnWriteArrayList<>();
    private final ConcurrentMap<LiveRelease, Deque<ReleaseGate>> admitted = new ConcurrentHashMap<>();
    private final Duration limit;

    public Gates(Duration limit) {
        this.limit = limit;
    }

    public void add(ReleaseGate gate, Map<String, ?> properties) {
        int ranking = properties.get(Constants.SERVICE_RANKING) instanceof Integer number ? number : 0;
        gates.add(new Gate(gate, ranking));
        gates.sort(Comparator.comparingInt(Gate::ranking).reversed());
    }

    /** Shows a gate that came late what serves already; what it does not like is logged, and goes on serving. */
    public void introduce(ReleaseGate gate, Collection<LiveRelease> live) {
        for (LiveRelease release : live) {
            try {
                admitted.computeIfAbsent(release, key -> new ConcurrentLinkedDeque<>())
                        .push(gate);
                gate.admit(release);
            } catch (RuntimeException e) {
                log.error("A gate that came late does not like {}, which serves already", release, e);
            }
        }
    }

    public void remove(ReleaseGate gate) {
        gates.removeIf(known -> known.gate() == gate);
        admitted.values().forEach(asked -> asked.remove(gate));
    }

    /** Asks every gate to admit the release. */
    void admit(LiveRelease release) {
        for (Gate gate : gates) {
            admitted.computeIfAbsent(release, key -> new ConcurrentLinkedDeque<>())
                    .push(gate.gate());
            ask(release, gate.gate(), asked -> asked.admit(release));
        }
    }

    /** Lets every gate try the admitted release. */
    void verify(LiveRelease release) {
        gates.forEach(gate -> ask(release, gate.gate(), asked -> asked.verify(release)));
    }

    /** Makes every gate that was asked forget the release, last one first. */
    public void forget(LiveRelease release) {
        Deque<ReleaseGate> asked = admitted.remove(release);
        while (asked != null && !asked.isEmpty()) {
            try {
                asked.pop().forget(release);
            } catch (RuntimeException e) {
                log.error("A gate could not forget {}", release, e);
            }
        }
    }

    private void ask(LiveRelease release, ReleaseGate gate, Consumer<ReleaseGate> question) {
        try {
            Patience.within(limit, "gate-" + release, () -> {
                question.accept(gate);
                return true;
            });
        } catch (TimeoutException e) {
            throw refuseBecause(
                    e,
                    "kernel.failed.verify-slow",
                    release.cut().module(),
                    release.cut().version(),
                    limit.toSeconds());
        } catch (ExecutionException e) {
            if (e.getCause() instanceof ReleaseRefusedException refusal) {
                throw refusal;
            }
            throw refuseWithWords(
                    e,
                    "kernel.failed.verify",
                    release.cut().module(),
                    release.cut().version());
        } catch (InterruptedException e) {
            throw new Interrupted(e);
        }
    }

    private record Gate(ReleaseGate gate, int ranking) {}
}
