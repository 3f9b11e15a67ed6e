package vn.kientao.reform.steering.web.setting;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.function.Function;
import vn.kientao.platform.api.text.Formats;
import vn.kientao.platform.api.web.Page;
import vn.kientao.reform.steering.domain.report.PeriodRule;
import vn.kientao.reform.steering.domain.setting.Dated;
import vn.kientao.reform.steering.domain.setting.Setting;

/** How values of settings and periods of reports are said. */
final class SettingWords {
    private SettingWords() {}

    /** The value with its unit. */
    static String of(Page page, Setting setting) {
        return switch (setting.name().shape()) {
            case NUMBER -> page.text("setting.unit." + setting.name().unit(), setting.value());
            case NUMBERS ->
                page.text(
                        "setting.unit." + setting.name().unit(),
                        setting.value().replace(" ", "").replace(",", ", "));
            case YES_OR_NO -> page.text("setting.yes-or-no." + setting.value());
            case WORDS -> setting.value();
        };
    }

    static String of(Page page, PeriodRule rule) {
        return page.text(
                rule.yearBefore() ? "setting.period.before" : "setting.period.same",
                of(rule.from()),
                of(rule.to()),
                of(rule.due()),
                "" + rule.internalDays());
    }

    /** As {@code 14/3}. */
    static String of(MonthDay day) {
        return day.getDayOfMonth() + "/" + day.getMonthValue();
    }

    /**
     * A rule in the list.
     *
     * @param rows its rows, the newest first
     */
    static <D extends Dated> SettingListModel.Line line(
            Page page, String name, String address, List<D> rows, Function<D, String> words, LocalDate today) {
        D now = rows.stream().filter(row -> row.inForceOn(today)).findFirst().orElse(rows.get(0));
        String coming = rows.stream()
                .filter(row -> row.comingOn(today))
                .findFirst()
                .map(row -> page.text("setting.coming", Formats.date(row.validFrom()), words.apply(row)))
                .orElse("");
        return new SettingListModel.Line(
                name, words.apply(now), coming, Formats.date(now.validFrom()), now.legalBasis(), page.link(address));
    }
}
