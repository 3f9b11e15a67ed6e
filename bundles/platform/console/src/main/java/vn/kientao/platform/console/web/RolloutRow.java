package vn.kientao.platform.console.web;

import vn.kientao.platform.api.module.RolloutStatus;
import vn.kientao.platform.api.text.Formats;
import vn.kientao.platform.api.text.LocalText;
import vn.kientao.platform.api.text.Texts;
import vn.kientao.platform.api.web.Request;

/** A rollout in a list. */
public record RolloutRow(
        long id, String module, String what, Tag tag, String started, String ended, String who, String reason) {

    /** @param names those of who began it */
    static RolloutRow of(RolloutStatus rollout, Names names, Request request) {
        Texts texts = request.page().texts();
        return new RolloutRow(
                rollout.id(),
                rollout.module().value(),
                Words.what(rollout, texts),
                Words.tag(rollout, texts),
                Formats.time(rollout.startedAt()),
                Words.time(rollout.endedAt()),
                names.who(rollout.by()),
                texts.get(rollout.reason().orElse(LocalText.same(""))));
    }
}
