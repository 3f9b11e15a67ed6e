package vn.kientao.reform.procedures.web.formbuilder;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.kientao.platform.api.web.FormErrors;
import vn.kientao.reform.procedures.domain.form.DictionaryField;
import vn.kientao.reform.procedures.domain.form.FieldKind;
import vn.kientao.reform.procedures.domain.form.FormItem;

/**
 * The fields of a draft as they are typed, a row each: a field of the dictionary, whose label and kind are taken when
 * none is typed, or an own one with a label. Empty rows are passed over.
 */
final class ItemsForm {
    static final int MOST_ROWS = 60;
    private static final int MORE_ROWS = 4;
    private static final int LONGEST = 200;

    private final Map<String, String> typed;

    ItemsForm(Map<String, String> typed) {
        this.typed = Map.copyOf(typed);
    }

    static ItemsForm of(List<FormItem> items) {
        Map<String, String> typed = new HashMap<>();
        int row = 0;
        for (FormItem item : items) {
            row++;
            typed.put("key-" + row, item.key());
            typed.put("label-" + row, item.label());
            typed.put("kind-" + row, item.kind().word());
            if (item.required()) {
                typed.put("required-" + row, "1");
            }
        }
        return new ItemsForm(typed);
    }

    String value(String field) {
        return typed.getOrDefault(field, "");
    }

    int rows() {
        int filled = 0;
        for (int row = 1; row <= MOST_ROWS; row++) {
            if (!empty(row)) {
                filled = row;
            }
        }
        return Math.min(MOST_ROWS, filled + MORE_ROWS);
    }

    private boolean empty(int row) {
        return value("key-" + row).isBlank() && value("label-" + row).isBlank();
    }

    /** The fields; the errors say which rows are wrong. */
    List<FormItem> read(List<DictionaryField> dictionary, FormErrors errors) {
        List<FormItem> items = new ArrayList<>();
        Set<String> identities = new HashSet<>();
        for (int row = 1; row <= MOST_ROWS; row++) {
            if (empty(row)) {
                continue;
            }
            Optional<FormItem> item = item(row, dictionary, errors);
            if (item.isPresent() && !identities.add(item.get().identity())) {
                errors.add(
                        "label-" + row,
                        FormPages.words("builder.error.twice", item.get().label()));
            }
            item.ifPresent(items::add);
        }
        return items;
    }

    private Optional<FormItem> item(int row, List<DictionaryField> dictionary, FormErrors errors) {
        String key = value("key-" + row);
        Optional<DictionaryField> known =
                dictionary.stream().filter(field -> field.key().equals(key)).findFirst();
        if (!key.isEmpty() && known.isEmpty()) {
            errors.add("key-" + row, FormPages.words("builder.error.key", key));
            return Optional.empty();
        }
        String label = value("label-" + row).strip();
        String said = label.isEmpty() ? known.map(field -> field.label().vi()).orElse("") : label;
        if (said.isEmpty() || said.length() > LONGEST) {
            errors.add("label-" + row, FormPages.words("builder.error.row", row, said.length(), LONGEST));
            return Optional.empty();
        }
        FieldKind kind = known.map(DictionaryField::kind).orElseGet(() -> kind(value("kind-" + row)));
        return Optional.of(
                new FormItem(key, said, kind, value("required-" + row).equals("1")));
    }

    static FieldKind kind(String word) {
        return Arrays.stream(FieldKind.values())
                .filter(kind -> kind.word().equals(word))
                .findFirst()
                .orElse(FieldKind.TEXT);
    }
}
