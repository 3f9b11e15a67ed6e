package vn.kientao.reform.procedures.domain.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells the file names of forms apart from the name of the paper they are glued to: "… của Chính phủMẫu M02a.docx".
 *
 * <p>The seam is a place without a space where a sentence would have one. It is certain where the word for a form is
 * glued to what stands before it; or where only one unbroken run of characters in the whole text has such a place, after
 * a small letter or a closing mark and before a capital or a digit. Otherwise the two are not told apart.
 */
final class FormNames {

    private static final String EXTENSION = "\\.(?:docx?|pdf|xlsx?|rtf|odt|ods|zip|rar|7z|jpe?g|png|tiff?|txt|html?)";
    private static final int LONGEST_EXTENSION = ".docx".length() + 1;
    private static final Pattern ENDS_IN_FILE = Pattern.compile(EXTENSION + "\\s*$", Pattern.CASE_INSENSITIVE);
    private static final Pattern FILE_END =
            Pattern.compile(EXTENSION + "(?=\\s*$|[\\p{Lu}\\p{N}\\s(])", Pattern.CASE_INSENSITIVE);
    /** "Mẫu", "Mau", "Phụ lục" … with nothing but a letter, a digit or a closing mark before it. */
    private static final Pattern FORM_WORD =
            Pattern.compile("(?<=[\\p{L}\\p{N}.;:)”\"])(?:Mẫu|Mau|Mus|Phụ lục|Phu luc|Biểu mẫu)"
                    + "(?!\\p{Ll})|(?<=[.;:)”\"])(?:mẫu|mau|phụ lục|phu luc)(?!\\p{L})");
    /** What no file name holds. */
    private static final Pattern NO_FILE = Pattern.compile("[/\\\\:*?\"<>|\\n]");

    private static final Pattern RUN = Pattern.compile("\\S+");
    private static final Pattern ADDRESS = Pattern.compile("://|www\\.|\\.vn\\b|@");

    private FormNames() {}

    /** A paper's name and its forms. */
    record Split(String name, List<String> forms) {}

    static boolean hasFile(String text) {
        return ENDS_IN_FILE.matcher(text).find();
    }

    /** Splits a text that {@linkplain #hasFile ends in a file name}, or answers empty when the seam is not certain. */
    static Optional<Split> split(String text) {
        OptionalInt seam = formWord(text);
        if (seam.isEmpty()) {
            seam = onlyRun(text);
        }
        if (seam.isEmpty()
                || NO_FILE.matcher(text).region(seam.getAsInt(), text.length()).find()) {
            return Optional.empty();
        }
        return Optional.of(new Split(text.substring(0, seam.getAsInt()).strip(), files(text, seam.getAsInt())));
    }

    /** The glued form word; of several, the first when the others only begin further files. */
    private static OptionalInt formWord(String text) {
        Matcher word = FORM_WORD.matcher(text);
        if (!word.find()) {
            return OptionalInt.empty();
        }
        int first = word.start();
        while (word.find()) {
            int tail = Math.max(first, word.start() - LONGEST_EXTENSION);
            if (!hasFile(text.substring(tail, word.start()))) {
                return OptionalInt.empty();
            }
        }
        return OptionalInt.of(first);
    }

    private static OptionalInt onlyRun(String text) {
        OptionalInt found = OptionalInt.empty();
        Matcher run = RUN.matcher(text);
        while (run.find()) {
            int seam = ADDRESS.matcher(run.group()).find() ? -1 : seam(text, run.start(), run.end());
            if (seam >= 0) {
                if (found.isPresent()) {
                    return OptionalInt.empty();
                }
                found = OptionalInt.of(seam);
            }
        }
        return found;
    }

    private static int seam(String text, int from, int to) {
        for (int i = from + 1; i < to; i++) {
            if (glued(text.charAt(i - 1), text.charAt(i))) {
                return i;
            }
        }
        return -1;
    }

    private static boolean glued(char before, char after) {
        boolean opens = Character.isUpperCase(after) || Character.isDigit(after);
        return opens && (Character.isLowerCase(before) || ".;:)”\"".indexOf(before) >= 0);
    }

    private static List<String> files(String text, int from) {
        List<String> files = new ArrayList<>();
        Matcher end = FILE_END.matcher(text).region(from, text.length());
        int start = from;
        while (end.find()) {
            files.add(text.substring(start, end.end()).strip());
            start = end.end();
        }
        return List.copyOf(files);
    }
}
