package vn.kientao.reform.procedures.domain.report;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The shares by which the settlement of procedures is measured (Decision 766/QĐ-TTg of 23 June 2022; Decree
 * 224/2026/NĐ-CP, Article 19), each with the dossiers below and above the line.
 */
public enum ShareKind {
    /** Settled before or on the due date, among all that were settled. */
    ON_TIME(Measure.SETTLED, null, Measure.SETTLED, Trait.IN_TIME),
    /** Received online, among all that were received. */
    ONLINE(Measure.RECEIVED, null, Measure.ONLINE_RECEIVED, null),
    /** Paid online, among the settled ones with a result for which something was to be paid. */
    PAID_ONLINE(Measure.SETTLED, Trait.FEE, Measure.SETTLED, Trait.PAID_ONLINE),
    /** With all papers digitised, among all that were received. */
    DIGITISED(Measure.RECEIVED, null, Measure.RECEIVED, Trait.DIGITISED),
    /** With papers that were re-used, among all that were received. */
    RE_USED(Measure.RECEIVED, null, Measure.RECEIVED, Trait.RE_USED),
    /** With the result given electronically, among all results. */
    E_RESULTS(Measure.SETTLED, null, Measure.SETTLED, Trait.E_RESULT);

    private final Measure whole;
    private final @Nullable Trait wholeTrait;
    private final Measure part;
    private final @Nullable Trait partTrait;

    ShareKind(Measure whole, @Nullable Trait wholeTrait, Measure part, @Nullable Trait partTrait) {
        this.whole = whole;
        this.wholeTrait = wholeTrait;
        this.part = part;
        this.partTrait = partTrait;
    }

    /** Its word in addresses, text keys and JSON: {@code paid-online}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<ShareKind> of(String word) {
        return Arrays.stream(values()).filter(one -> one.word().equals(word)).findFirst();
    }

    public Measure whole() {
        return whole;
    }

    public Optional<Trait> wholeTrait() {
        return Optional.ofNullable(wholeTrait);
    }

    /** The dossiers above the line, those of {@link #partTrait} among them. */
    public Measure part() {
        return part;
    }

    public Optional<Trait> partTrait() {
        return Optional.ofNullable(partTrait);
    }

    /** Whether only dossiers with a result are counted, neither withdrawn nor stopped ones. */
    public boolean ofResults() {
        return this == PAID_ONLINE || this == E_RESULTS;
    }
}
