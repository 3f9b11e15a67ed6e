package vn.kientao.reform.procedures.domain.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.kientao.reform.procedures.domain.Step;

/** Divides the sequence into steps where it is numbered "Bước 1 … Bước n" once and in order; else it stays whole. */
final class StepsReader {

    private static final Pattern MARK = Pattern.compile(
            "^[-+*• \\t]{0,10}Bước\\s{0,5}(\\d{1,2})\\s{0,5}[:.)]?", Pattern.MULTILINE | Pattern.CASE_INSENSITIVE);

    private StepsReader() {}

    static List<Step> read(String text) {
        if (text.isEmpty()) {
            return List.of();
        }
        List<Step> steps = new ArrayList<>();
        Matcher mark = MARK.matcher(text);
        int from = -1;
        while (mark.find()) {
            boolean inOrder = Integer.parseInt(mark.group(1)) == steps.size() + (from < 0 ? 1 : 2);
            boolean first = from < 0 && !text.substring(0, mark.start()).isBlank();
            if (!inOrder || first) {
                return List.of(new Step(0, text));
            }
            if (from >= 0) {
                steps.add(new Step(
                        steps.size() + 1, text.substring(from, mark.start()).strip()));
            }
            from = mark.end();
        }
        if (from < 0) {
            return List.of(new Step(0, text));
        }
        steps.add(new Step(steps.size() + 1, text.substring(from).strip()));
        return List.copyOf(steps);
    }
}
