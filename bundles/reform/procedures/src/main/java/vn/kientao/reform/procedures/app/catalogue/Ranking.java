package vn.kientao.reform.procedures.app.catalogue;

import java.util.List;
import vn.kientao.reform.procedures.domain.catalogue.CatalogueEntry;

/**
 * How well an entry fits the words: whoever types accents means them, so the exact phrase comes before the same letters
 * with other accents.
 */
final class Ranking {
    /** The worst rank there is. */
    static final int WORST = 7;

    private final String[] codes;
    private final String[] plainNames;
    private final String[] foldedNames;
    private final String[] plainFields;
    private final String[] foldedFields;

    Ranking(List<CatalogueEntry> entries) {
        int size = entries.size();
        codes = new String[size];
        plainNames = new String[size];
        foldedNames = new String[size];
        plainFields = new String[size];
        foldedFields = new String[size];
        for (int place = 0; place < size; place++) {
            CatalogueEntry entry = entries.get(place);
            Words name = Words.of(entry.summary().name());
            Words field = Words.of(entry.summary().field());
            codes[place] = Words.of(entry.code()).plainPhrase();
            plainNames[place] = name.plainPhrase();
            foldedNames[place] = name.foldedPhrase();
            plainFields[place] = field.plainPhrase();
            foldedFields[place] = field.foldedPhrase();
        }
    }

    /** From 0, the code itself, to {@link #WORST}. */
    int of(int place, Words wanted) {
        String plain = wanted.plainPhrase();
        if (codes[place].equals(plain)) {
            return 0;
        }
        if (plainNames[place].contains(plain)) {
            return 1;
        }
        if (foldedNames[place].contains(wanted.foldedPhrase())) {
            return 2;
        }
        if (plainFields[place].contains(plain)) {
            return 3;
        }
        if (foldedFields[place].contains(wanted.foldedPhrase())) {
            return 4;
        }
        if (holdsAll(plainNames[place], wanted.plain())) {
            return 5;
        }
        return holdsAll(foldedNames[place], wanted.folded()) ? 6 : WORST;
    }

    private static boolean holdsAll(String phrase, List<String> words) {
        for (String word : words) {
            if (!phrase.contains(" " + word + " ")) {
                return false;
            }
        }
        return true;
    }
}
