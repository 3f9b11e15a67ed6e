package vn.kientao.reform.procedures.app.catalogue;

import java.util.ArrayList;
import java.util.List;
import vn.kientao.platform.api.text.Folding;

/** Words of a text, once with accents and once without; the two lists are of one length. */
record Words(List<String> plain, List<String> folded) {

    Words {
        plain = List.copyOf(plain);
        folded = List.copyOf(folded);
    }

    /** Letters and digits make words; a full stop between two digits belongs to the word: {@code 1.001193}. */
    static Words of(String text) {
        List<String> plain = split(Folding.plain(text));
        return new Words(plain, plain.stream().map(Folding::fold).toList());
    }

    boolean isEmpty() {
        return plain.isEmpty();
    }

    /** {@code " đất đai "}: a phrase is found in it only at the edges of words. */
    String plainPhrase() {
        return phrase(plain);
    }

    String foldedPhrase() {
        return phrase(folded);
    }

    private static String phrase(List<String> words) {
        return " " + String.join(" ", words) + " ";
    }

    private static List<String> split(String text) {
        List<String> words = new ArrayList<>();
        int start = -1;
        for (int i = 0; i <= text.length(); i++) {
            boolean inside = i < text.length() && isPart(text, i);
            if (inside && start < 0) {
                start = i;
            } else if (!inside && start >= 0) {
                words.add(text.substring(start, i));
                start = -1;
            }
        }
        return words;
    }

    private static boolean isPart(String text, int at) {
        char c = text.charAt(at);
        if (c == '.') {
            return at > 0
                    && at + 1 < text.length()
                    && Character.isDigit(text.charAt(at - 1))
                    && Character.isLetterOrDigit(text.charAt(at + 1));
        }
        return Character.isLetterOrDigit(c) || Character.getType(c) == Character.NON_SPACING_MARK;
    }
}
