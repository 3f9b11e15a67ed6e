package vn.kientao.platform.kernel.rollout;

import static vn.kientao.platform.kernel.Sentences.refuse;
import static vn.kientao.platform.kernel.Sentences.say;

import java.util.Optional;
import org.jdbi.v3.core.Handle;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.module.ModuleId;
import vn.kientao.platform.api.module.ReleaseRefusedException;
import vn.kientao.platform.api.module.RolloutStatus;
import vn.kientao.platform.api.module.RolloutStatus.Step;
import vn.kientao.platform.api.security.Actor;
import vn.kientao.platform.api.text.LocalText;
import vn.kientao.platform.kernel.store.OrderRepository;
import vn.kientao.platform.kernel.store.OrderRepository.Wish;
import vn.kientao.platform.kernel.store.RolloutRepository;

/**
 * What people tell a rollout that is under way. Their words are kept in the database, so they hold on every node and after
 * a restart; whoever runs the rollout obeys within a second.
 */
public final class Steering {
    private final Database database;
    private final RolloutRepository rollouts;
    private final OrderRepository orders = new OrderRepository();
    private final Journal journal;
    private final Bell bell;

    public Steering(Database database, RolloutRepository rollouts, Journal journal, Bell bell) {
        this.database = database;
        this.rollouts = rollouts;
        this.journal = journal;
        this.bell = bell;
    }

    /** @throws ReleaseRefusedException when the rollout is not in its stages */
    public void pause(long id, boolean paused, Actor by) {
        tell(id, Step.CANARY, paused ? "pause" : "resume", by, h -> {
            orders.pause(h, id, paused);
            return say(paused ? "kernel.note.paused" : "kernel.note.resumed", by.name());
        });
    }

    /** @throws ReleaseRefusedException when the rollout is not in its stages */
    public void wish(long id, Wish wish, Actor by) {
        tell(id, Step.CANARY, wish == Wish.PROMOTE ? "promote" : "ask-take-back", by, h -> {
            orders.wish(h, id, wish, by.name());
            return say(wish == Wish.PROMOTE ? "kernel.note.ask-promote" : "kernel.note.ask-back", by.name());
        });
    }

    /** @throws ReleaseRefusedException when it does not wait, or when the first person approves */
    public void approve(long id, Actor by) {
        tell(id, Step.AWAITING_APPROVAL, "approve", by, h -> {
            if (rollouts.find(h, id).orElseThrow().by().equals(by.account())) {
                throw refuse("kernel.refused.own-approval", id);
            }
            orders.approve(h, id, by.account());
            return say("kernel.note.approved", by.name());
        });
    }

    /** @throws ReleaseRefusedException when it does not wait */
    public void turnDown(long id, Actor by) {
        tell(id, Step.AWAITING_APPROVAL, "turn-down", by, h -> {
            orders.wish(h, id, Wish.BACK, by.name());
            return say("kernel.note.turned-down", by.name());
        });
    }

    /** The rollout of the module that is in its stages now. */
    public Optional<RolloutStatus> staged(ModuleId module) {
        return database.read(h -> rollouts.running(h, module)).filter(rollout -> rollout.step() == Step.CANARY);
    }

    private void tell(long id, Step expected, String verb, Actor by, Word word) {
        database.write(h -> {
            RolloutStatus rollout = rollouts.find(h, id).orElseThrow(() -> refuse("kernel.refused.no-rollout", id));
            if (rollout.ended() || rollout.step() != expected) {
                throw refuse(expected == Step.CANARY ? "kernel.refused.not-staged" : "kernel.refused.not-waiting", id);
            }
            journal.note(h, id, word.leave(h));
            journal.audit(h, verb, rollouts.cut(h, id), Optional.empty(), by.account(), "rollout-" + id);
            return rollout;
        });
        bell.ring();
    }

    /** Leaves the word and says it for the diary. */
    private interface Word {
        LocalText leave(Handle h);
    }
}
