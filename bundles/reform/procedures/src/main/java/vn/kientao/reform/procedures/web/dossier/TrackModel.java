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
 * @param notices what the agency wants or has to say
 * @param letters what was sent to the applicant
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
        boolean mails,
        List<Notice> notices,
        List<LetterLink> letters) {

    public TrackModel {
        steps = List.copyOf(steps);
        notices = List.copyOf(notices);
        letters = List.copyOf(letters);
    }

    /**
     * What the agency wants or has to say.
     *
     * @param items things to bring or to pay; may be empty
     * @param words one sentence each
     */
    public record Notice(String title, List<String> items, List<String> words) {
        public Notice {
            requireNonNull(title, "title");
            items = List.copyOf(items);
            words = List.copyOf(words);
        }
    }

    /** A letter that can be downloaded. */
    public record LetterLink(String name, String reference, String at, String address) {
        public LetterLink {
            requireNonNull(name, "name");
            requireNonNull(reference, "reference");
            requireNonNull(at, "at");
            requireNonNull(address, "address");
        }
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
