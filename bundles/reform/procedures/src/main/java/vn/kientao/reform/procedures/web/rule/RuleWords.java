package vn.kientao.reform.procedures.web.rule;

import java.util.Locale;
import vn.kientao.platform.api.web.Page;

/** The values of a rule set in words. */
final class RuleWords {
    private RuleWords() {}

    /** @param value as it is typed; empty stays empty */
    static String shown(Page page, String name, String value) {
        if (value.isEmpty()) {
            return "";
        }
        return switch (name) {
            case "reading" -> page.text("dossier.reading." + value);
            case "supplement" -> page.text("rule.supplement." + value.toLowerCase(Locale.ROOT));
            case "payment" -> page.text("rule.payment." + value);
            default -> value;
        };
    }
}
