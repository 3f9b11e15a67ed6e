package vn.kientao.reform.steering.web.task;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.kientao.reform.steering.app.task.Extensions;
import vn.kientao.reform.steering.domain.task.Extension;

/**
 * What hangs on a task beside its steps.
 *
 * @param people name by account, of those who did something
 * @param refusal why more time cannot be asked for now
 */
record TaskMore(Map<String, String> people, List<Extension> extensions, Optional<Extensions.Refusal> refusal) {
    TaskMore {
        people = Map.copyOf(people);
        extensions = List.copyOf(extensions);
    }
}
