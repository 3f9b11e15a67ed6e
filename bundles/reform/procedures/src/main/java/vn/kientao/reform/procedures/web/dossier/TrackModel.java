package vn.kientao.reform.procedures.web.dossier;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import vn.kientao.platform.api.web.Page;

/**
 * What a citizen sees of a dossier. No name in full, no address, no phone.
 *
 * @param key the second factor, which travels with the forms
 * @param agencyCode code of the agency, for a petition about it
 * @param ended whether it can be rated
 * @param mails whether e-mail can be sent about it
 */
public record TrackModel(
        Page page,
        String code,
        String procedure,
        String applicant,
        String agency,
        DossierWords.Tag status,
        Optional<DossierWords.Tag> dueTag,
        DueView due,
        List<Step> steps,
        String next,
        String key,
        String agencyCode,
        boolean ended,
        boolean mails) {

    public TrackModel {
        steps = List.copyOf(steps);
    }

    /**
     * A step on the way to the result, in plain words.
     *
     * @param style done, in progress, or ahead
     * @param when when it happened; empty before
     * @param words one sentence; may be empty
     */
    public record Step(String style, String title, String when, String words, boolean present) {
        public Step {
            requireNonNull(style, "style");
            requireNonNull(title, "title");
            requireNonNull(when, "when");
            requireNonNull(words, "words");
        }
    }
}
