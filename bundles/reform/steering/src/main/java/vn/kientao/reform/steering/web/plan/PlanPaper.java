package vn.kientao.reform.steering.web.plan;

import java.time.LocalDate;
import java.util.List;
import vn.kientao.platform.api.directory.Agencies;
import vn.kientao.platform.api.directory.Agency;
import vn.kientao.platform.api.documents.Letter;
import vn.kientao.platform.api.documents.LetterHead;
import vn.kientao.reform.steering.app.plan.PlanLetter;
import vn.kientao.reform.steering.domain.plan.ItemWords;
import vn.kientao.reform.steering.domain.plan.Plan;

/** A plan as the document of the agency whose plan it is, whoever looks at it. */
final class PlanPaper {
    private final PlanTerms terms;
    private final Agencies agencies;

    PlanPaper(PlanTerms terms, Agencies agencies) {
        this.terms = terms;
        this.agencies = agencies;
    }

    /** The name of its file, without the ending. */
    static String file(Plan plan) {
        return "ke-hoach-" + plan.agency() + "-" + plan.year();
    }

    /** @param today the day it bears as long as it is not approved */
    Letter letter(Plan plan, List<ItemWords> lines, String place, LocalDate today) {
        LetterHead head = new LetterHead(
                parent(plan.agency()),
                name(plan.agency()),
                "",
                PlanLetter.reference(),
                "",
                place,
                plan.approvedOn().orElse(today),
                "");
        return new PlanLetter(plan, lines, terms.areas(), this::name)
                .letter(head, agencies.find(plan.agency()).map(Agency::type).orElse(""));
    }

    private String name(String agency) {
        return agencies.find(agency).map(one -> one.name().vi()).orElse(agency);
    }

    private String parent(String agency) {
        return agencies.find(agency).flatMap(Agency::parent).map(this::name).orElse("");
    }
}
