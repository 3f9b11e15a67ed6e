package vn.kientao.itests.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A migration, cut into statements: comments are gone, texts are emptied, words are in capitals and one blank apart, and
 * brackets, commas and semicolons stand alone.
 *
 * @param name the file's
 */
record SqlScript(String name, List<String> statements) {

    /** Whichever begins first: an apostrophe in a comment begins no text, two dashes in a text begin no comment. */
    private static final Pattern COMMENT_OR_TEXT = Pattern.compile("--[^\n]*|/\\*.*?\\*/|'[^']*'", Pattern.DOTALL);

    private static final Pattern MARK = Pattern.compile("([(),;])");

    static SqlScript of(String name, String sql) {
        String bare =
                COMMENT_OR_TEXT.matcher(sql).replaceAll(found -> found.group().startsWith("'") ? "''" : " ");
        String spaced = MARK.matcher(bare.replace("\"", "")).replaceAll(" $1 ");
        List<String> statements = new ArrayList<>();
        for (String statement : spaced.split(";", -1)) {
            String words = statement.strip().replaceAll("\\s+", " ").toUpperCase(Locale.ROOT);
            if (!words.isEmpty()) {
                statements.add(words);
            }
        }
        return new SqlScript(name, List.copyOf(statements));
    }
}
