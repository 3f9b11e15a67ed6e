package vn.kientao.platform.kernel.rollout;

import static java.util.Objects.requireNonNull;

import vn.kientao.platform.api.module.RolloutStatus;
import vn.kientao.platform.api.module.RolloutStatus.Kind;
import vn.kientao.platform.api.module.Strategy;
import vn.kientao.platform.kernel.artifact.Cut;

/**
 * What a rollout is to do.
 *
 * @param id the rollout's
 * @param account who asked for it
 */
record Order(long id, Kind kind, Cut cut, String account, Strategy strategy) {

    Order {
        requireNonNull(kind, "kind");
        requireNonNull(cut, "cut");
        requireNonNull(account, "account");
        requireNonNull(strategy, "strategy");
    }

    /** The order behind a rollout that the last run left. */
    static Order of(RolloutStatus rollout, Cut cut) {
        return new Order(
                rollout.id(),
                rollout.kind(),
                cut,
                rollout.by(),
                rollout.progress().strategy());
    }

    /** Ties the audit entries of the rollout together. */
    String request() {
        return "rollout-" + id;
    }
}
