package vn.kientao.platform.api.module;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;
import vn.kientao.platform.api.text.LocalText;

/**
 * A platform room that knows what people have under way in a module: sessions, drafts, jobs, pages. Asked for the plan of
 * a change ({@link Plan}), answers within a second.
 */
@ConsumerType
public interface ImpactSource {

    /** What a change of the module touches; kinds with nothing under way may be left out. */
    List<Impact> impact(ModuleId module);

    /** So many of one kind, such as 3 half-filled forms. */
    record Impact(LocalText kind, long count) {
        public Impact {
            requireNonNull(kind, "kind");
        }
    }
}
