package vn.kientao.platform.kernel.rollout;

import static vn.kientao.platform.kernel.Sentences.refuse;

import vn.kientao.platform.api.module.ReleaseRefusedException;
import vn.kientao.platform.api.module.RolloutStatus.Step;
import vn.kientao.platform.kernel.store.OrderRepository.Orders;
import vn.kientao.platform.kernel.store.OrderRepository.Wish;

/** Lets a rollout wait for the second person. */
public final class Approval {
    private final Journal journal;
    private final Bell bell;

    public Approval(Journal journal, Bell bell) {
        this.journal = journal;
        this.bell = bell;
    }

    /**
     * Returns when a second person has approved, at once when none is needed.
     *
     * @throws ReleaseRefusedException when it was turned down
     */
    void await(Order order) {
        Orders orders = journal.orders(order.id());
        if (!orders.needsApproval() || orders.approvedBy().isPresent()) {
            return;
        }
        journal.step(order.id(), Step.AWAITING_APPROVAL);
        while (orders.approvedBy().isEmpty()) {
            if (orders.wish().filter(Wish.BACK::equals).isPresent()) {
                throw refuse("kernel.failed.turned-down", orders.wishedBy().orElse("–"));
            }
            bell.listen();
            orders = journal.orders(order.id());
        }
    }
}
