package vn.kientao.reform.procedures.store.paper;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Handle;
import vn.kientao.platform.api.documents.Letter;
import vn.kientao.platform.api.documents.LetterPart;
import vn.kientao.platform.api.documents.LetterSignature;

/** Takes people out of papers that were issued: number, kind and day of each stay in the register. */
public final class KeptLetters {
    private static final String OF_DOSSIER = "SELECT id, letter FROM procedures.issued_paper WHERE dossier_id = ?";
    private static final String WRITE = "UPDATE procedures.issued_paper SET letter = ? WHERE id = ?";

    /** Puts other words in the place of some, wherever they stand in a dossier's papers. */
    public void replace(Handle transaction, long dossier, Map<String, String> words) {
        change(
                transaction,
                dossier,
                letter -> with(
                        letter,
                        letter.parts().stream()
                                .map(part -> replaced(part, words))
                                .toList(),
                        letter.signatures()));
    }

    /** Leaves of a dossier's papers that they were issued. */
    public void empty(Handle transaction, long dossier, String why) {
        change(transaction, dossier, letter -> with(letter, List.of(new LetterPart.Text(why)), List.of()));
    }

    private static void change(Handle transaction, long dossier, UnaryOperator<Letter> change) {
        transaction
                .createQuery(OF_DOSSIER)
                .bind(0, dossier)
                .map((row, context) -> Map.entry(row.getLong("id"), row.getString("letter")))
                .list()
                .forEach(kept -> transaction.execute(
                        WRITE, LetterJson.write(change.apply(LetterJson.read(kept.getValue()))), kept.getKey()));
    }

    private static Letter with(Letter letter, List<LetterPart> parts, List<LetterSignature> signatures) {
        return new Letter(
                letter.paper(), letter.head(), letter.title(), letter.summary(), parts, signatures, letter.receivers());
    }

    private static LetterPart replaced(LetterPart part, Map<String, String> words) {
        if (part instanceof LetterPart.Text text) {
            return new LetterPart.Text(replaced(text.words(), words));
        }
        if (part instanceof LetterPart.Field field) {
            return new LetterPart.Field(field.label(), replaced(field.value(), words));
        }
        if (part instanceof LetterPart.Table table) {
            return new LetterPart.Table(
                    table.columns(),
                    table.rows().stream()
                            .map(row -> row.stream()
                                    .map(cell -> replaced(cell, words))
                                    .toList())
                            .toList());
        }
        return part;
    }

    private static String replaced(String text, Map<String, String> words) {
        String changed = text;
        for (Map.Entry<String, String> word : words.entrySet()) {
            if (!word.getKey().isEmpty()) {
                changed = changed.replace(word.getKey(), word.getValue());
            }
        }
        return changed;
    }
}
