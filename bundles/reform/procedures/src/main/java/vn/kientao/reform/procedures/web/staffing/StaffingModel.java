package vn.kientao.reform.procedures.web.staffing;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import vn.kientao.platform.api.security.Permission;
import vn.kientao.platform.api.text.Formats;
import vn.kientao.platform.api.web.Page;
import vn.kientao.reform.procedures.domain.staffing.DeskRules;
import vn.kientao.reform.procedures.domain.staffing.DeskRules.Finding;
import vn.kientao.reform.procedures.domain.staffing.FeeNote;
import vn.kientao.reform.procedures.domain.staffing.Grade;
import vn.kientao.reform.procedures.domain.staffing.Posting;

/**
 * The register of desk staff.
 *
 * @param past whether terms that have ended are shown, too
 */
public record StaffingModel(
        Page page,
        List<Posting> postings,
        DeskRules rules,
        List<FeeNote> fees,
        LocalDate today,
        boolean past,
        Permission keep) {
    public StaffingModel {
        postings = List.copyOf(postings);
        fees = List.copyOf(fees);
    }

    public boolean keeps() {
        return page.can(keep);
    }

    public Map<String, List<Finding>> desks() {
        return rules.desks(postings, today);
    }

    public List<Finding> findings(Posting posting) {
        return posting.to().isBefore(today) ? List.of() : rules.check(posting, today);
    }

    public long soon() {
        return postings.stream()
                .filter(posting -> rules.endsSoon(posting, today))
                .count();
    }

    public String words(Finding finding) {
        return page.text(
                "staffing.finding." + finding.rule(),
                grade(finding.found()),
                grade(finding.expected()),
                finding.legalBasis());
    }

    private String grade(String word) {
        return Grade.of(word).map(one -> page.text(one.textKey())).orElse(word);
    }

    public String style(Finding finding) {
        return finding.rule().equals("warn-days") ? "kt-tag kt-tag-need" : "kt-tag kt-tag-late";
    }

    public String term(Posting posting) {
        return page.text("staffing.term.dates", Formats.date(posting.from()), Formats.date(posting.to()));
    }

    public String fee(FeeNote note) {
        return page.text(
                "staffing.fee",
                "" + note.quarter(),
                "" + note.year(),
                Formats.money(note.amount()),
                note.document(),
                Formats.date(note.settledOn()));
    }
}
