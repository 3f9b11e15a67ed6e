package vn.kientao.reform.procedures.app.dossierimport;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import vn.kientao.platform.api.text.Folding;
import vn.kientao.platform.api.text.LocalText;
import vn.kientao.platform.api.text.TextBundle;
import vn.kientao.reform.procedures.domain.dossier.Applicant;
import vn.kientao.reform.procedures.domain.dossier.DossierChannel;
import vn.kientao.reform.procedures.domain.dossier.DossierStatus;
import vn.kientao.reform.procedures.domain.dossierimport.ImportColumn;
import vn.kientao.reform.procedures.domain.dossierimport.OldDossier;

/**
 * What may stand in a column of codes: the number or word of the national list, or its name in either language, with or
 * without diacritics.
 */
public final class Choices<T> {
    private static final TextBundle TEXTS = TextBundle.of(Choices.class);

    public static final Choices<DossierChannel> CHANNELS = new Choices<>(Arrays.stream(DossierChannel.values())
            .map(one -> new Choice<>(one, "" + one.number(), TEXTS.text(one.textKey())))
            .toList());
    public static final Choices<DossierStatus> STATES = new Choices<>(Arrays.stream(DossierStatus.values())
            .filter(OldDossier::takes)
            .map(one -> new Choice<>(one, "" + one.number(), TEXTS.text(one.textKey())))
            .toList());
    public static final Choices<Applicant.Kind> KINDS = new Choices<>(Arrays.stream(Applicant.Kind.values())
            .map(one -> new Choice<>(one, one.word(), TEXTS.text(one.textKey())))
            .toList());

    private final List<Choice<T>> all;
    private final Map<String, T> byName = new LinkedHashMap<>();

    private Choices(List<Choice<T>> all) {
        this.all = all;
        for (Choice<T> one : all) {
            byName.put(one.code(), one.value());
            byName.put(Folding.fold(one.name().vi()), one.value());
            byName.put(Folding.fold(one.name().en()), one.value());
        }
    }

    /** One of them: its code and its name. */
    public record Choice<T>(T value, String code, LocalText name) {}

    /** The codes of a column; empty when its cells are free. */
    public static List<? extends Choice<?>> of(ImportColumn column) {
        return switch (column) {
            case CHANNEL -> CHANNELS.all;
            case STATUS -> STATES.all;
            case KIND -> KINDS.all;
            default -> List.of();
        };
    }

    /** What a cell says. */
    Optional<T> find(String cell) {
        T exact = byName.get(cell.toLowerCase(Locale.ROOT));
        return exact != null ? Optional.of(exact) : Optional.ofNullable(byName.get(Folding.fold(cell)));
    }
}
