package vn.kientao.platform.console.rest;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import vn.kientao.platform.api.module.ReleaseRefusedException;
import vn.kientao.platform.api.text.LocalText;
import vn.kientao.platform.api.web.Problem;
import vn.kientao.platform.api.web.ProblemException;
import vn.kientao.platform.api.web.Reply;
import vn.kientao.platform.api.web.Request;
import vn.kientao.platform.console.app.Lookup;
import vn.kientao.platform.console.app.Refusals;

/** What the answers for programs have in common. */
final class Answers {
    private Answers() {}

    /** The rollout that an act began: 202 and where to follow it. */
    static Reply accepted(Lookup lookup, long rollout) {
        RolloutJson now = lookup.modules()
                .rollout(rollout)
                .map(RolloutJson::of)
                .orElseThrow(() -> new IllegalStateException("rollout " + rollout + " is not kept"));
        return new Reply.Json(202, now, Map.of("Location", "/api/v1/admin/rollouts/" + rollout));
    }

    /** Answers 409 with the kernel's sentence when the state does not allow the act. */
    static <T> T allowed(Supplier<T> act) {
        try {
            return act.get();
        } catch (ReleaseRefusedException e) {
            throw Refusals.conflict(e);
        }
    }

    /** As {@link #allowed}, for an act without an answer. */
    static void allowed(Runnable act) {
        allowed(() -> {
            act.run();
            return act;
        });
    }

    /** Hands the uploaded file over; 422 with the kernel's sentence when it is no good. */
    static <T> T received(Lookup lookup, Request request, String field, Function<InputStream, T> receiver) {
        try (InputStream in = request.upload(field)
                .filter(upload -> upload.size() > 0)
                .orElseThrow(() -> fieldProblem(field, lookup.texts().text("upload.no-file")))
                .open()) {
            return receiver.apply(in);
        } catch (ReleaseRefusedException e) {
            throw Refusals.unfit(e);
        } catch (IOException e) {
            throw new UncheckedIOException("the uploaded file cannot be read", e);
        }
    }

    /** 422 naming the field. */
    static ProblemException fieldProblem(String field, LocalText message) {
        return new ProblemException(new Problem(
                422,
                "bad-field",
                message,
                LocalText.same(""),
                java.util.List.of(new Problem.FieldError(field, message))));
    }
}
