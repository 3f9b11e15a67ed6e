package vn.kientao.reform.procedures.web.dossier;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.kientao.platform.api.text.Texts;
import vn.kientao.reform.procedures.domain.dossier.ReceivedPaper;

/** How many of a paper there are, in words. */
public final class Counts {
    private Counts() {}

    /** "1 bản chính, 2 bản sao", or where it is re-used from; empty for none. */
    public static String of(ReceivedPaper paper, Texts texts) {
        String counted = join(paper.originals(), paper.certified(), paper.copies(), texts);
        String digital = switch (paper.digital()) {
            case NONE -> "";
            case SCANNED -> texts.get("file.digitised");
            case RE_USED_PAPER -> texts.get("returning.reused", paper.source());
            case RE_USED_RESULT -> texts.get("returning.reused-result", paper.source());
        };
        return Stream.of(counted, digital).filter(text -> !text.isEmpty()).collect(Collectors.joining(", "));
    }

    /** What the procedure asks for; empty when it does not say. */
    public static String asked(PaperLine line, Texts texts) {
        return join(line.askedOriginals(), 0, line.askedCopies(), texts);
    }

    private static String join(int originals, int certified, int copies, Texts texts) {
        List<String> parts = new ArrayList<>();
        add(parts, "dossier.count.originals", originals, texts);
        add(parts, "dossier.count.certified", certified, texts);
        add(parts, "dossier.count.copies", copies, texts);
        return String.join(", ", parts);
    }

    private static void add(List<String> parts, String key, int count, Texts texts) {
        if (count > 0) {
            parts.add(texts.get(key, "" + count));
        }
    }
}
