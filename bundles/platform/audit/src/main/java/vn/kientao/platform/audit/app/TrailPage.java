package vn.kientao.platform.audit.app;

import java.util.List;
import java.util.Optional;
import vn.kientao.platform.audit.chain.Link;

/**
 * A part of what was looked for, newest first.
 *
 * @param older the sequence to go on below, when there may be more
 * @param newer the sequence to go on above, when there may be more
 */
public record TrailPage(List<Link> links, Optional<Long> older, Optional<Long> newer) {
    public TrailPage {
        links = List.copyOf(links);
    }
}
