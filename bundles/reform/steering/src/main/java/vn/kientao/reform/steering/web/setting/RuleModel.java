package vn.kientao.reform.steering.web.setting;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import vn.kientao.platform.api.text.Formats;
import vn.kientao.platform.api.web.FormView;
import vn.kientao.platform.api.web.Page;
import vn.kientao.reform.steering.domain.setting.Dated;
import vn.kientao.reform.steering.domain.setting.SettingName;

/**
 * A rule with all its rows and the form for what will hold.
 *
 * @param address of the page below the module
 * @param rows the newest first
 * @param setting empty for the period of a report
 */
public record RuleModel(FormView form, String title, String address, List<Row> rows, Optional<SettingName> setting) {
    public RuleModel {
        rows = List.copyOf(rows);
    }

    /**
     * What held, holds or will hold.
     *
     * @param begins its first day, as forms post it
     * @param coming whether it has not begun; then it may be taken back
     */
    public record Row(
            String value, String from, String to, String basis, String begins, boolean coming, boolean inForce) {}

    static <D extends Dated> RuleModel of(
            FormView form,
            String title,
            String address,
            List<D> rows,
            Function<D, String> words,
            Optional<SettingName> setting,
            LocalDate today) {
        return new RuleModel(
                form,
                title,
                address,
                rows.stream()
                        .map(row -> new Row(
                                words.apply(row),
                                Formats.date(row.validFrom()),
                                row.validTo().map(Formats::date).orElse(""),
                                row.legalBasis(),
                                row.validFrom().toString(),
                                row.comingOn(today),
                                row.inForceOn(today)))
                        .toList(),
                setting);
    }

    public Page page() {
        return form.page();
    }

    /** The first day of the newest row, which the form has seen. */
    public String seen() {
        return rows.get(0).begins();
    }

    public boolean chooses() {
        return setting.filter(name -> name.shape() == SettingName.Shape.YES_OR_NO)
                .isPresent();
    }

    /** What may be typed as the value. */
    public String hint() {
        return setting.map(name -> page().text(
                                "setting.hint." + name.shape(),
                                "" + name.least(),
                                "" + name.most(),
                                "" + SettingName.MOST_NUMBERS))
                .orElse("");
    }
}
