package vn.kientao.platform.api.documents;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * An administrative document (văn bản hành chính) in the format of Decree 30/2020/NĐ-CP, Annex I, whatever file it becomes.
 *
 * @param title its kind, shown in capitals: {@code Báo cáo}; empty for a công văn
 * @param summary what it is about, below the title; may be empty
 * @param signatures one at the right, or two side by side
 * @param receivers Nơi nhận, one a line; may be empty
 */
public record Letter(
        LetterPaper paper,
        LetterHead head,
        String title,
        String summary,
        List<LetterPart> parts,
        List<LetterSignature> signatures,
        List<String> receivers) {
    private static final int MOST_SIGNATURES = 2;

    public Letter {
        requireNonNull(paper, "paper");
        requireNonNull(head, "head");
        requireNonNull(title, "title");
        requireNonNull(summary, "summary");
        parts = List.copyOf(parts);
        signatures = List.copyOf(signatures);
        receivers = List.copyOf(receivers);
        if (signatures.size() > MOST_SIGNATURES || (signatures.size() == MOST_SIGNATURES && !receivers.isEmpty())) {
            throw new IllegalArgumentException("one signature beside the receivers, or two without");
        }
    }
}
