package vn.kientao.reform.procedures.domain.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.kientao.reform.procedures.domain.Component;
import vn.kientao.reform.procedures.domain.GapKind;
import vn.kientao.reform.procedures.domain.Quantity;

/**
 * Reads the papers of a dossier: for each case its heading (or "--"), the heads of a table of three columns, then the
 * rows: name, file names of forms, "1 bản chính,2 bản sao". The quantity is what ends a row; what stands behind the last
 * one of a case is the heading of the next.
 */
final class ComponentsReader {

    private static final String HEADS = "Tên giấy tờMẫu đơn, tờ khaiSố lượng";
    private static final String NO_HEADING = "--";

    private final Notes notes;
    private final List<Component> components = new ArrayList<>();

    private ComponentsReader(Notes notes) {
        this.notes = notes;
    }

    static List<Component> read(String text, Notes notes) {
        ComponentsReader reader = new ComponentsReader(notes);
        if (Cleaning.isNothing(text)) {
            notes.gap(GapKind.COMPONENTS_MISSING, "components", text);
        } else if (text.contains(HEADS)) {
            reader.cases(text);
        } else {
            notes.gap(GapKind.COMPONENTS_UNCLEAR, "components", text);
        }
        return reader.components;
    }

    private void cases(String text) {
        int heads = text.indexOf(HEADS);
        String heading = heading(text.substring(0, heads));
        while (heads >= 0) {
            int from = heads + HEADS.length();
            heads = text.indexOf(HEADS, from);
            String body = text.substring(from, heads < 0 ? text.length() : heads);
            String rest = body.substring(rows(heading, body));
            if (heads < 0) {
                unfinished(heading, rest);
            } else if (rest.endsWith(NO_HEADING)) {
                unfinished(heading, rest.substring(0, rest.length() - NO_HEADING.length()));
                heading = "";
            } else {
                heading = heading(rest);
            }
        }
    }

    private static String heading(String text) {
        String line = Cleaning.line(text);
        return Cleaning.isNothing(line) ? "" : line;
    }

    /** Reads the rows of one case and answers where the last of them ends. */
    private int rows(String heading, String body) {
        int from = 0;
        Optional<QuantityCell> cell = QuantityCell.next(body, 0);
        while (cell.isPresent()) {
            QuantityCell quantity = cell.get();
            cell = QuantityCell.next(body, quantity.end());
            boolean partOfName = cell.isPresent() && cell.get().start() == quantity.end();
            if (!partOfName) {
                row(heading, body.substring(from, quantity.start()), quantity);
                from = quantity.end();
            }
        }
        return from;
    }

    private void row(String heading, String text, QuantityCell cell) {
        String name = Cleaning.line(text);
        if (name.isEmpty()) {
            notes.gap(GapKind.COMPONENTS_UNCLEAR, path(), cell.text());
            return;
        }
        if (!cell.quantity().stated()) {
            notes.gap(GapKind.QUANTITY_UNCLEAR, path() + ".quantity", Cleaning.line(text + cell.text()));
            add(heading, Cleaning.line(text + cell.glued()), cell.quantity());
            return;
        }
        if (cell.quantity().isNought()) {
            notes.gap(GapKind.QUANTITY_NOUGHT, path() + ".quantity", name);
        }
        add(heading, name, cell.quantity());
    }

    private void unfinished(String heading, String text) {
        String name = heading(text);
        if (!name.isEmpty()) {
            notes.gap(GapKind.QUANTITY_MISSING, path() + ".quantity", name);
            add(heading, name, Quantity.UNSTATED);
        }
    }

    private void add(String heading, String name, Quantity quantity) {
        if (!FormNames.hasFile(name)) {
            components.add(new Component(heading, name, List.of(), quantity));
            return;
        }
        Optional<FormNames.Split> split = FormNames.split(name);
        if (split.isEmpty()) {
            notes.gap(GapKind.FORM_UNCLEAR, path() + ".forms", name);
        }
        components.add(split.filter(parts -> !parts.name().isEmpty())
                .map(parts -> new Component(heading, parts.name(), parts.forms(), quantity))
                .orElseGet(() -> new Component(heading, name, List.of(), quantity)));
    }

    private String path() {
        return "components[" + components.size() + "]";
    }
}
