package vn.kientao.platform.repository.web;

import java.util.function.Supplier;
import vn.kientao.platform.api.module.ReleaseRefusedException;
import vn.kientao.platform.api.module.RepositoryException;
import vn.kientao.platform.api.text.LocalText;
import vn.kientao.platform.api.web.Problem;
import vn.kientao.platform.api.web.ProblemException;

/** Turns what repositories and the kernel refuse into an answer. */
final class Refusing {

    private Refusing() {}

    static <T> T of(Supplier<T> work) {
        try {
            return work.get();
        } catch (RepositoryException e) {
            throw problem("repository", e.reason());
        } catch (ReleaseRefusedException e) {
            throw problem("refused", e.reason());
        }
    }

    private static ProblemException problem(String code, LocalText reason) {
        return new ProblemException(new Problem(422, code, reason, LocalText.same("")));
    }
}
