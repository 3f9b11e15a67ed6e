package vn.kientao.reform.steering.app;

import java.util.Optional;
import java.util.function.Supplier;
import vn.kientao.platform.api.security.Circumstances;

/**
 * Work in the circumstances of another agency, by the same person: what that agency has stands behind the database's wall
 * between agencies. Whoever uses it has made sure that the person may.
 */
public final class InAgency {
    private InAgency() {}

    /** @param agency code of the agency in which it happens */
    public static <T> T of(String agency, Supplier<T> work) {
        Circumstances present = Circumstances.present();
        Circumstances there = new Circumstances(
                present.actor(), present.requestId(), present.address(), Optional.of(agency), present.release());
        try (Circumstances.Scope here = there.enter()) {
            return work.get();
        }
    }
}
