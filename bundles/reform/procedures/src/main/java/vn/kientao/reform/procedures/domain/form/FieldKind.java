package vn.kientao.reform.procedures.domain.form;

import java.util.Locale;

/** What is written into a field. */
public enum FieldKind {
    TEXT,
    LONG_TEXT,
    DATE,
    NUMBER,
    YES_NO;

    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
