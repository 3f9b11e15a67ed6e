package vn.kientao.platform.console.app;

import vn.kientao.platform.api.module.ModuleControl;
import vn.kientao.platform.api.security.Actor;

/** What a person may do with a rollout that is under way. */
public enum RolloutVerb {
    PAUSE("pause"),
    RESUME("resume"),
    PROMOTE("promote"),
    TAKE_BACK("take-back"),
    APPROVE("approve"),
    TURN_DOWN("turn-down");

    private final String word;

    RolloutVerb(String word) {
        this.word = word;
    }

    /** The word in addresses and text keys. */
    public String word() {
        return word;
    }

    /** @throws vn.kientao.platform.api.module.ReleaseRefusedException when the rollout does not stand so that it may */
    public void act(ModuleControl control, long rollout, Actor by) {
        switch (this) {
            case PAUSE -> control.pause(rollout, by);
            case RESUME -> control.resume(rollout, by);
            case PROMOTE -> control.promote(rollout, by);
            case TAKE_BACK -> control.takeBack(rollout, by);
            case APPROVE -> control.approve(rollout, by);
            case TURN_DOWN -> control.turnDown(rollout, by);
        }
    }
}
