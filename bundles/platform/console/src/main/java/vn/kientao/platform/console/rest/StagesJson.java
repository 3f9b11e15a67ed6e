package vn.kientao.platform.console.rest;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.kientao.platform.api.module.Strategy;
import vn.kientao.platform.api.text.LocalText;
import vn.kientao.platform.api.web.FormErrors;
import vn.kientao.platform.api.web.Problem;
import vn.kientao.platform.api.web.ProblemException;
import vn.kientao.platform.console.app.Lookup;
import vn.kientao.platform.console.app.Stages;

/**
 * How a release shall reach the agencies.
 *
 * @param stages as in {@code STP2+STC2, 25%, all}; absent means everybody at once
 * @param watchMinutes how long each stage is watched; absent means 10
 * @param automatic whether the next stage begins by itself; absent means yes
 */
public record StagesJson(
        @Nullable String stages,
        @Nullable Integer watchMinutes,
        @Nullable Boolean automatic) {

    /** @throws ProblemException 422 naming the field that does not fit */
    Strategy strategy(Lookup lookup) {
        Stages usual = Stages.suggested(true);
        Stages asked = new Stages(
                stages != null && !stages.isBlank() && !stages.equals("all"),
                List.of(),
                stages == null ? "" : stages,
                watchMinutes == null ? usual.watch() : String.valueOf(watchMinutes),
                automatic == null || automatic);
        FormErrors errors = new FormErrors();
        return asked.strategy(lookup, errors)
                .orElseThrow(() -> new ProblemException(new Problem(
                        422, "bad-stages", errors.all().get(0).message(), LocalText.same(""), errors.all())));
    }
}
