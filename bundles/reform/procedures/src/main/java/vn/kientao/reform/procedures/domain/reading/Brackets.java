package vn.kientao.reform.procedures.domain.reading;

/** Round brackets, nested ones counted. */
final class Brackets {

    private Brackets() {}

    /** Where the bracket that opens at {@code from} has closed: the position behind it; -1 when it does not close. */
    static int end(String text, int from) {
        int depth = 0;
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (depth == 0) {
                return i + 1;
            }
        }
        return -1;
    }

    static boolean openAt(String text, int from) {
        return from < text.length() && text.charAt(from) == '(';
    }
}
