package vn.kientao.platform.kernel.rollout;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import vn.kientao.platform.api.module.ModuleId;
import vn.kientao.platform.api.text.LocalText;

/** What wants an administrator's attention, module by module; the worst of it first. */
public final class Troubles {
    private final Map<Kind, ConcurrentMap<ModuleId, LocalText>> sentences = Map.of(
            Kind.QUARANTINED, new ConcurrentHashMap<>(),
            Kind.AWAY, new ConcurrentHashMap<>(),
            Kind.UNWELL, new ConcurrentHashMap<>(),
            Kind.GREEDY, new ConcurrentHashMap<>(),
            Kind.LINGERING, new ConcurrentHashMap<>(),
            Kind.LEAK, new ConcurrentHashMap<>());

    /** What can be wrong; worst first. */
    public enum Kind {
        /** It was taken out of service. */
        QUARANTINED,
        /** It does not come up. */
        AWAY,
        /** It says itself that it is not well. */
        UNWELL,
        /** It uses more than its quota. */
        GREEDY,
        /** An old release is still busy. */
        LINGERING,
        /** An old release stays in memory. */
        LEAK
    }

    public void put(Kind kind, ModuleId module, LocalText sentence) {
        of(kind).put(module, sentence);
    }

    public void clear(Kind kind, ModuleId module) {
        of(kind).remove(module);
    }

    /** Nothing about the module wants attention any more. */
    void forget(ModuleId module) {
        sentences.values().forEach(known -> known.remove(module));
    }

    public boolean has(Kind kind, ModuleId module) {
        return of(kind).containsKey(module);
    }

    boolean any(Kind kind) {
        return !of(kind).isEmpty();
    }

    /** The worst that is known about a module. */
    public Optional<LocalText> worst(ModuleId module) {
        for (Kind kind : Kind.values()) {
            LocalText sentence = of(kind).get(module);
            if (sentence != null) {
                return Optional.of(sentence);
            }
        }
        return Optional.empty();
    }

    private ConcurrentMap<ModuleId, LocalText> of(Kind kind) {
        return sentences.getOrDefault(kind, new ConcurrentHashMap<>());
    }
}
