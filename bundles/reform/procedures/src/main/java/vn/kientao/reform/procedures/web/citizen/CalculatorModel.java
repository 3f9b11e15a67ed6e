package vn.kientao.reform.procedures.web.citizen;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import vn.kientao.platform.api.web.FormView;
import vn.kientao.platform.api.web.Page;
import vn.kientao.reform.procedures.app.dossier.DeskProcedure;
import vn.kientao.reform.procedures.app.dossier.DeskProcedures;
import vn.kientao.reform.procedures.app.dossier.DeskVariant;
import vn.kientao.reform.procedures.domain.dossier.DossierChannel;
import vn.kientao.reform.procedures.web.dossier.DueView;

/**
 * The deadline calculator.
 *
 * @param hits procedures to choose from, while none is chosen
 * @param procedure the chosen one
 * @param variants its cases
 * @param due the due date and how it came about; empty when it is not asked for or cannot be counted
 * @param asked whether day and time were given without a mistake
 */
public record CalculatorModel(
        FormView form,
        List<DeskProcedures.Hit> hits,
        Optional<DeskProcedure> procedure,
        List<DeskVariant> variants,
        Optional<DueView> due,
        boolean asked) {
    public CalculatorModel {
        hits = List.copyOf(hits);
        variants = List.copyOf(variants);
    }

    public Page page() {
        return form.page();
    }

    /** The ways in which the chosen procedure can be handed in. */
    public List<DossierChannel> channels() {
        return procedure
                .map(one -> one.limits().keySet().stream()
                        .sorted(Comparator.comparingInt(DossierChannel::number))
                        .toList())
                .orElse(List.of());
    }

    /** The published words of the time limit in the chosen way. */
    public String limitText() {
        return procedure
                .map(one -> channels().stream()
                        .filter(channel -> form.value("channel").equals("" + channel.number()))
                        .findFirst()
                        .map(channel -> one.limit(channel).text())
                        .orElse(""))
                .orElse("");
    }

    public String choose(DeskProcedures.Hit hit) {
        return page().openLink("/deadline?code=" + hit.code());
    }
}
