package vn.kientao.reform.procedures.web.dossier;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.kientao.reform.procedures.app.dossier.DeskProcedure;
import vn.kientao.reform.procedures.domain.dossier.Applicant;
import vn.kientao.reform.procedures.domain.dossier.DossierChannel;

/** The fields of the intake form of one procedure and case. */
final class IntakeForm {
    /** Lines for papers that the procedure does not list. */
    static final int OTHER_PAPERS = 3;

    private final DeskProcedure procedure;
    private final int caseNumber;

    /** @param caseNumber which of the procedure's cases, from 1; another number means the first */
    IntakeForm(DeskProcedure procedure, String caseNumber) {
        this.procedure = procedure;
        this.caseNumber = number(caseNumber, procedure.cases().size());
    }

    private static int number(String text, int most) {
        if (!text.matches("\\d{1,3}")) {
            return 1;
        }
        int number = Integer.parseInt(text);
        return number < 1 || number > most ? 1 : number;
    }

    DeskProcedure procedure() {
        return procedure;
    }

    int caseNumber() {
        return caseNumber;
    }

    /** The name under which the platform keeps the half-filled form. */
    String draftName() {
        return "desk-" + procedure.versionId() + "-" + caseNumber;
    }

    /** The checklist: what the procedure lists, then lines for others. */
    List<PaperLine> lines() {
        List<PaperLine> lines = new ArrayList<>(listed());
        for (int number = 1; number <= OTHER_PAPERS; number++) {
            lines.add(new PaperLine("x" + number, "", "", 0, 0, false));
        }
        return lines;
    }

    private List<PaperLine> listed() {
        if (procedure.cases().isEmpty()) {
            return List.of();
        }
        List<DeskProcedure.Paper> papers = procedure.cases().get(caseNumber - 1).papers();
        List<PaperLine> lines = new ArrayList<>();
        for (int place = 0; place < papers.size(); place++) {
            DeskProcedure.Paper paper = papers.get(place);
            lines.add(new PaperLine(
                    "p" + (place + 1), paper.name(), paper.form(), paper.originals(), paper.copies(), true));
        }
        return lines;
    }

    /** What stands in a fresh form. */
    Map<String, String> fresh() {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("kind", Applicant.Kind.CITIZEN.word());
        values.put("content", procedure.name());
        values.put("sets", "1");
        values.put("resultBy", "" + DossierChannel.DIRECT.number());
        for (PaperLine line : listed()) {
            // Where nothing is said, one paper is what lies on the desk.
            int originals = line.askedOriginals() + line.askedCopies() == 0 ? 1 : line.askedOriginals();
            values.put(line.field() + "-originals", "" + originals);
            values.put(line.field() + "-certified", "0");
            values.put(line.field() + "-copies", "" + line.askedCopies());
        }
        return values;
    }
}
