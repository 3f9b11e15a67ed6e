package vn.kientao.reform.procedures.domain.dossier;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/**
 * What was handed in.
 *
 * @param content what is asked for (nội dung yêu cầu)
 * @param sets number of sets (số bộ hồ sơ)
 * @param resultBy how the applicant wants the result (đăng ký nhận kết quả)
 */
public record Submission(
        DossierChannel channel,
        Applicant applicant,
        Optional<Owner> owner,
        String content,
        int sets,
        DossierChannel resultBy,
        List<ReceivedPaper> papers) {

    public Submission {
        requireNonNull(channel, "channel");
        requireNonNull(applicant, "applicant");
        requireNonNull(owner, "owner");
        requireNonNull(content, "content");
        requireNonNull(resultBy, "resultBy");
        papers = List.copyOf(papers);
        if (sets < 1) {
            throw new IllegalArgumentException("sets " + sets + " (expected: >= 1)");
        }
    }
}
