package vn.kientao.platform.kernel.rollout;

import java.util.Optional;
import org.osgi.framework.Version;
import vn.kientao.platform.api.module.ModuleId;
import vn.kientao.platform.api.module.ReleaseRefusedException;
import vn.kientao.platform.api.module.RolloutStatus;
import vn.kientao.platform.api.security.Actor;
import vn.kientao.platform.kernel.store.OrderRepository.Wish;

/**
 * The way back (quay lui), whatever the module is doing: a release in its stages is taken back, one that serves everybody
 * gives way to the version before, and in safe mode what the crashes left behind is cleared first.
 */
public final class Return {
    private final Rollouts rollouts;
    private final Steering steering;
    private final Recovery recovery;
    private final SafeStart safeStart;

    public Return(Rollouts rollouts, Steering steering, Recovery recovery, SafeStart safeStart) {
        this.rollouts = rollouts;
        this.steering = steering;
        this.recovery = recovery;
        this.safeStart = safeStart;
    }

    /**
     * Begins to go back.
     *
     * @param version the one to go back to; empty for whichever served before
     * @return the rollout that goes back
     * @throws ReleaseRefusedException when there is nothing to go back to, or the way back is closed
     */
    public long begin(ModuleId module, Optional<Version> version, Actor by) {
        if (safeStart.on()) {
            Optional<Long> takenBack = recovery.giveUp(module);
            if (takenBack.isPresent()) {
                return takenBack.get();
            }
        }
        Optional<RolloutStatus> staged = steering.staged(module);
        if (staged.isPresent() && version.isEmpty()) {
            steering.wish(staged.get().id(), Wish.BACK, by);
            return staged.get().id();
        }
        return rollouts.beginRollBack(module, version, by.account());
    }
}
