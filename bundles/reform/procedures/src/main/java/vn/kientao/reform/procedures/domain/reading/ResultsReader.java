package vn.kientao.reform.procedures.domain.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.kientao.reform.procedures.domain.GapKind;
import vn.kientao.reform.procedures.domain.Result;

/**
 * Reads the results: a name, "Mã: " and a code, again and again, then what else stood on the page ("Từ khóa … Mô tả …
 * Chọn cơ quan thực hiện …").
 */
final class ResultsReader {

    private static final String CODE = "Mã: ";
    /** A code and the name of the next result are no longer than this. */
    private static final int LONGEST_NAME = 5_000;

    private static final String KEYWORDS = "Từ khóa";
    private static final String CHOOSER = "Chọn cơ quan thực hiện";
    /** Longer numbers occur too, but may have taken a digit from the name of the next result: only at the end. */
    private static final Pattern FORM =
            Pattern.compile("(?:(?:KQ|TP)[.-][A-Z]\\d{2}\\.|\\d{3}\\.\\d{2}\\.\\d{2}\\.[A-Z]\\d{2}-KQ)"
                    + "(?:\\d{4,6}(?!\\d)|\\d{7,8}(?=" + KEYWORDS + "|\\s*$))");

    private final Notes notes;
    private final List<Result> results = new ArrayList<>();

    private ResultsReader(Notes notes) {
        this.notes = notes;
    }

    static List<Result> read(String text, Notes notes) {
        ResultsReader reader = new ResultsReader(notes);
        reader.all(text);
        if (reader.results.isEmpty()) {
            notes.gap(GapKind.RESULTS_MISSING, "results", text);
        }
        return reader.results;
    }

    private void all(String text) {
        int from = 0;
        int mark = text.indexOf(CODE);
        while (mark >= 0) {
            String name = Cleaning.line(text.substring(from, mark));
            int at = mark + CODE.length();
            Matcher form = FORM.matcher(text).region(at, text.length());
            if (form.lookingAt()) {
                add(name, form.group());
                from = form.end();
            } else {
                from = endOfStrangeCode(text, at);
                strange(name, text.substring(at, from).strip());
            }
            mark = text.indexOf(CODE, from);
        }
        if (from == 0) {
            withoutCode(text);
        }
    }

    /** A code of another form ends where the page goes on; where it does not, the code cannot be told from a name. */
    private static int endOfStrangeCode(String text, int from) {
        int longest = Math.min(text.length(), from + LONGEST_NAME);
        String ahead = text.substring(from, longest);
        int keywords = ahead.indexOf(KEYWORDS);
        int next = ahead.indexOf(CODE);
        int end = keywords < 0 ? ahead.length() : keywords;
        return from + (next >= 0 && next < end ? next : end);
    }

    private void strange(String name, String code) {
        boolean oneWord = !code.isEmpty() && code.length() <= 40 && code.chars().noneMatch(Character::isWhitespace);
        notes.gap(GapKind.RESULT_CODE_UNCLEAR, path(), name + " | " + code);
        add(name, oneWord ? code : "");
    }

    private void withoutCode(String text) {
        int end = text.length();
        for (String tail : List.of(KEYWORDS, CHOOSER)) {
            int at = text.indexOf(tail);
            end = at >= 0 && at < end ? at : end;
        }
        String name = Cleaning.present(Cleaning.line(text.substring(0, end)));
        if (!name.isEmpty()) {
            notes.gap(GapKind.RESULT_CODE_MISSING, path(), name);
            add(name, "");
        }
    }

    private void add(String name, String code) {
        if (!name.isEmpty() || !code.isEmpty()) {
            results.add(new Result(name, code));
        }
    }

    private String path() {
        return "results[" + results.size() + "]";
    }
}
