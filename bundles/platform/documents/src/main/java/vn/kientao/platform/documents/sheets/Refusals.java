package vn.kientao.platform.documents.sheets;

import org.jspecify.annotations.Nullable;
import vn.kientao.platform.api.documents.SheetRefusedException;
import vn.kientao.platform.api.text.Formats;
import vn.kientao.platform.api.text.TextBundle;

/** Why a sheet is not read, in words. */
final class Refusals {
    private static final TextBundle TEXTS = TextBundle.of(Refusals.class);

    private Refusals() {}

    static SheetRefusedException because(String reason, Object... arguments) {
        return new SheetRefusedException(TEXTS.text("sheet.refused." + reason, arguments));
    }

    /** @param row where it was found, 0 before the first */
    static SheetRefusedException broken(int row, @Nullable Throwable cause) {
        return new SheetRefusedException(TEXTS.text("sheet.refused.broken", Formats.number(row)), cause);
    }

    static SheetRefusedException over(String limit, long most) {
        return because(limit, Formats.number(most));
    }
}
