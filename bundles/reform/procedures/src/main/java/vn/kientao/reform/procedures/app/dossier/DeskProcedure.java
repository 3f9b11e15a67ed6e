package vn.kientao.reform.procedures.app.dossier;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.kientao.platform.api.time.TimeLimit;
import vn.kientao.reform.procedures.domain.dossier.DossierChannel;
import vn.kientao.reform.procedures.domain.dossier.ReceivedUnder;

/**
 * A version of a procedure as the desk sees it. Texts that are not known are empty.
 *
 * @param inForce whether dossiers may be received under it now
 * @param limits the time limit for each channel that the procedure offers
 * @param cases the papers to hand in under their published headings, which may be cases (trường hợp) or mere
 *     groups; empty when none is known
 * @param feeText the fees in the published words
 * @param result what the applicant gets
 * @param variant the case that was chosen; empty for the procedure as a whole
 */
public record DeskProcedure(
        long versionId,
        String code,
        String name,
        String field,
        boolean inForce,
        Map<DossierChannel, StatedLimit> limits,
        List<Case> cases,
        String feeText,
        String result,
        Optional<DeskVariant> variant) {

    /** The procedure as a whole. */
    public DeskProcedure(
            long versionId,
            String code,
            String name,
            String field,
            boolean inForce,
            Map<DossierChannel, StatedLimit> limits,
            List<Case> cases,
            String feeText,
            String result) {
        this(versionId, code, name, field, inForce, limits, cases, feeText, result, Optional.empty());
    }

    /** The same in one of its cases, with that one's time limits and fee. */
    public DeskProcedure in(DeskVariant chosen) {
        return new DeskProcedure(
                versionId,
                code,
                name,
                field,
                inForce,
                chosen.limits(),
                cases,
                chosen.feeText().isEmpty() ? feeText : chosen.feeText(),
                result,
                Optional.of(chosen));
    }

    public DeskProcedure {
        requireNonNull(code, "code");
        requireNonNull(name, "name");
        requireNonNull(field, "field");
        limits = Map.copyOf(limits);
        cases = List.copyOf(cases);
        requireNonNull(feeText, "feeText");
        requireNonNull(result, "result");
        requireNonNull(variant, "variant");
    }

    /** The time limit of a channel; without one of its own, none that can be counted. */
    public StatedLimit limit(DossierChannel channel) {
        return limits.getOrDefault(channel, StatedLimit.NONE);
    }

    /** What a dossier keeps of it. */
    public ReceivedUnder receivedUnder() {
        return variant.map(one -> new ReceivedUnder(
                        versionId, code, name + " (" + one.name().vi() + ")", field, one.id()))
                .orElseGet(() -> new ReceivedUnder(versionId, code, name, field));
    }

    /**
     * A time limit as published.
     *
     * @param limit empty when the text has no unit, or cannot be read: then nothing is computed from it
     * @param text the published words
     */
    public record StatedLimit(Optional<TimeLimit> limit, String text) {
        static final StatedLimit NONE = new StatedLimit(Optional.empty(), "");

        public StatedLimit {
            requireNonNull(limit, "limit");
            requireNonNull(text, "text");
        }
    }

    /** @param name the published heading; empty when there is none */
    public record Case(String name, List<Paper> papers) {
        public Case {
            requireNonNull(name, "name");
            papers = List.copyOf(papers);
        }
    }

    /**
     * A paper to hand in.
     *
     * @param form name of the form to fill in; may be empty
     * @param originals how many originals; 0 when not said
     * @param copies how many copies; 0 when not said
     */
    public record Paper(String name, String form, int originals, int copies) {
        public Paper {
            requireNonNull(name, "name");
            requireNonNull(form, "form");
        }
    }
}
