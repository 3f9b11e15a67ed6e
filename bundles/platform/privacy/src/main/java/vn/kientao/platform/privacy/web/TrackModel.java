package vn.kientao.platform.privacy.web;

import java.util.List;
import java.util.Optional;
import vn.kientao.platform.api.web.Page;

/**
 * Where a request is followed.
 *
 * @param received code of a request that has just come; empty otherwise
 * @param found what was asked for by code and digits
 */
public record TrackModel(Page page, FormView form, String received, Optional<Found> found) {

    /** A request as whoever made it sees it; no name, no address, no number. */
    public record Found(
            String code, String kind, String state, String agency, String due, String answer, List<Step> steps) {
        public Found {
            steps = List.copyOf(steps);
        }
    }

    /** A step in plain words. */
    public record Step(String title, String at) {}
}
