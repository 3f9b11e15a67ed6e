package vn.kientao.reform.procedures.domain.publication;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.Optional;
import vn.kientao.reform.procedures.domain.ProcedureCode;

/**
 * A publication of a procedure (công bố thủ tục hành chính) as it stands; the fields of the record are kept beside it.
 *
 * @param version grows with every change; 0 before it is kept
 * @param agency code of the agency that writes it
 * @param lawSignedOn when the legal document behind it was signed
 * @param effectiveOn first day of effect, planned or announced
 * @param uploadedOn when it was put into the national database
 * @param announceBy the last day to announce it in time
 * @param uploadBy the last day to upload it in time
 * @param draftedBy account of its author
 * @param checkedBy account of who found it in order
 * @param baseVersion the version in force when it was begun
 * @param versionId the version that it became
 */
public record Publication(
        long id,
        long version,
        ProcedureCode code,
        PublicationKind kind,
        PublicationState state,
        Way way,
        String agency,
        String name,
        String field,
        Optional<LocalDate> lawSignedOn,
        Optional<LocalDate> effectiveOn,
        Optional<Decision> decision,
        Optional<LocalDate> uploadedOn,
        Optional<LocalDate> announceBy,
        Optional<LocalDate> uploadBy,
        String draftedBy,
        Optional<String> checkedBy,
        Optional<Long> baseVersion,
        Optional<Long> versionId) {

    public Publication {
        requireNonNull(code, "code");
        requireNonNull(kind, "kind");
        requireNonNull(state, "state");
        requireNonNull(way, "way");
        requireNonNull(agency, "agency");
        requireNonNull(name, "name");
        requireNonNull(field, "field");
        requireNonNull(lawSignedOn, "lawSignedOn");
        requireNonNull(effectiveOn, "effectiveOn");
        requireNonNull(decision, "decision");
        requireNonNull(uploadedOn, "uploadedOn");
        requireNonNull(announceBy, "announceBy");
        requireNonNull(uploadBy, "uploadBy");
        requireNonNull(draftedBy, "draftedBy");
        requireNonNull(checkedBy, "checkedBy");
        requireNonNull(baseVersion, "baseVersion");
        requireNonNull(versionId, "versionId");
    }

    public boolean allows(PublicationAction action) {
        return action.allowedIn(state) && (action != PublicationAction.UPLOAD || uploadedOn.isEmpty());
    }

    /** What is to be done next. */
    public Duty duty() {
        return switch (state) {
            case DRAFT, CHECKED -> Duty.ANNOUNCE;
            case ANNOUNCED -> uploadedOn.isEmpty() ? Duty.UPLOAD : Duty.TAKE_EFFECT;
            case IN_FORCE -> uploadedOn.isEmpty() ? Duty.UPLOAD : Duty.NONE;
            case REPLACED, ABOLISHED, WITHDRAWN -> Duty.NONE;
        };
    }

    /** By when; empty without a duty, or while the day it counts from is not known. */
    public Optional<LocalDate> due() {
        return switch (duty()) {
            case ANNOUNCE -> announceBy;
            case UPLOAD -> uploadBy;
            case TAKE_EFFECT -> effectiveOn;
            case NONE -> Optional.empty();
        };
    }

    /** The same after {@code action}, one version further. */
    public Publication after(PublicationAction action) {
        return with(action.to(state), decision, uploadedOn, announceBy, uploadBy, effectiveOn, checkedBy, versionId);
    }

    /** The same, found in order by {@code account}. */
    public Publication checked(String account) {
        return with(
                PublicationState.CHECKED,
                decision,
                uploadedOn,
                announceBy,
                uploadBy,
                effectiveOn,
                Optional.of(account),
                versionId);
    }

    /** The same, announced by {@code signed}, to take effect on {@code day}. */
    public Publication announced(Decision signed, LocalDate day, LocalDate announceLast, LocalDate uploadLast) {
        return with(
                PublicationState.ANNOUNCED,
                Optional.of(signed),
                uploadedOn,
                Optional.of(announceLast),
                Optional.of(uploadLast),
                Optional.of(day),
                checkedBy,
                versionId);
    }

    /** The same, uploaded on {@code day}. */
    public Publication uploaded(LocalDate day) {
        return with(state, decision, Optional.of(day), announceBy, uploadBy, effectiveOn, checkedBy, versionId);
    }

    /** The same, in force as this version; an abolition becomes none. */
    public Publication inForce(Optional<Long> became) {
        return with(
                PublicationState.IN_FORCE, decision, uploadedOn, announceBy, uploadBy, effectiveOn, checkedBy, became);
    }

    /** The same, replaced or abolished by another one. */
    public Publication ended(PublicationState next) {
        return with(next, decision, uploadedOn, announceBy, uploadBy, effectiveOn, checkedBy, versionId);
    }

    /** The same with what its author wrote. */
    public Publication edited(Plan plan, Optional<LocalDate> announceLast) {
        return new Publication(
                id,
                version + 1,
                code,
                kind,
                state,
                plan.way(),
                agency,
                plan.name(),
                plan.field(),
                plan.lawSignedOn(),
                plan.effectiveOn(),
                decision,
                uploadedOn,
                announceLast,
                uploadBy,
                draftedBy,
                checkedBy,
                baseVersion,
                versionId);
    }

    private Publication with(
            PublicationState next,
            Optional<Decision> signed,
            Optional<LocalDate> uploaded,
            Optional<LocalDate> announceLast,
            Optional<LocalDate> uploadLast,
            Optional<LocalDate> effect,
            Optional<String> checker,
            Optional<Long> became) {
        return new Publication(
                id,
                version + 1,
                code,
                kind,
                next,
                way,
                agency,
                name,
                field,
                lawSignedOn,
                effect,
                signed,
                uploaded,
                announceLast,
                uploadLast,
                draftedBy,
                checker,
                baseVersion,
                became);
    }
}
