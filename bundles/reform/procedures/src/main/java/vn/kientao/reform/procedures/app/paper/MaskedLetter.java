package vn.kientao.reform.procedures.app.paper;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.kientao.platform.api.documents.Letter;
import vn.kientao.platform.api.documents.LetterPart;
import vn.kientao.platform.api.documents.LetterSignature;
import vn.kientao.platform.api.text.Masking;
import vn.kientao.reform.procedures.domain.dossier.Submission;

/**
 * A letter as it is shown on the tracking page, where four digits of a phone number are enough: everything that it says, with
 * the people of the dossier masked as on the page. The letter itself lies at the desk.
 */
final class MaskedLetter {
    private final Map<String, String> masks = new LinkedHashMap<>();

    private MaskedLetter(Submission submission) {
        mask(
                submission.applicant().email(),
                Masking.email(submission.applicant().email()));
        submission.owner().ifPresent(owner -> {
            mask(owner.address(), Masking.address(owner.address()));
            mask(owner.name(), Masking.name(owner.name()));
        });
        mask(
                submission.applicant().address(),
                Masking.address(submission.applicant().address()));
        mask(submission.applicant().name(), Masking.name(submission.applicant().name()));
        mask(
                submission.applicant().idNumber(),
                Masking.number(submission.applicant().idNumber()));
        mask(
                submission.applicant().phone(),
                Masking.number(submission.applicant().phone()));
    }

    /** @param others names of people beside those of the submission: who paid, who took the result */
    static Letter of(Letter letter, Submission submission, List<String> others) {
        MaskedLetter masked = new MaskedLetter(submission);
        others.forEach(name -> masked.mask(name, Masking.name(name)));
        return masked.masked(letter);
    }

    private void mask(String value, String mask) {
        if (!value.isBlank()) {
            masks.putIfAbsent(value, mask);
        }
    }

    private Letter masked(Letter letter) {
        List<LetterPart> parts =
                new ArrayList<>(letter.parts().stream().map(this::part).toList());
        parts.add(new LetterPart.Text(PaperWords.get("paper.masked")));
        return new Letter(
                letter.paper(),
                letter.head(),
                letter.title(),
                letter.summary(),
                parts,
                letter.signatures().stream()
                        .map(one -> new LetterSignature(one.capacity(), one.how(), words(one.name())))
                        .toList(),
                letter.receivers());
    }

    private LetterPart part(LetterPart part) {
        if (part instanceof LetterPart.Text text) {
            return new LetterPart.Text(words(text.words()));
        }
        if (part instanceof LetterPart.Field field) {
            return new LetterPart.Field(field.label(), words(field.value()));
        }
        if (part instanceof LetterPart.Table table) {
            return new LetterPart.Table(
                    table.columns(),
                    table.rows().stream()
                            .map(row -> row.stream().map(this::words).toList())
                            .toList());
        }
        return part;
    }

    private String words(String words) {
        String masked = words;
        for (Map.Entry<String, String> mask : masks.entrySet()) {
            masked = masked.replace(mask.getKey(), mask.getValue());
        }
        return masked;
    }
}
