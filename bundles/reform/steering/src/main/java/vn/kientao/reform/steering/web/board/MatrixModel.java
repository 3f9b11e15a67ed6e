package vn.kientao.reform.steering.web.board;

import java.util.List;
import vn.kientao.platform.api.table.FileLinks;
import vn.kientao.platform.api.web.Page;
import vn.kientao.reform.steering.domain.board.Involvement;
import vn.kientao.reform.steering.domain.programme.Clause;
import vn.kientao.reform.steering.domain.programme.Document;
import vn.kientao.reform.steering.web.AgencyNames;

/** Who does what of a document: agencies across, its clauses down, a page of agencies at a time. */
public record MatrixModel(
        Page page,
        Document document,
        List<Document> documents,
        List<Clause> clauses,
        List<String> agencies,
        List<Involvement> involvements,
        boolean first,
        boolean more,
        AgencyNames names) {
    public MatrixModel {
        documents = List.copyOf(documents);
        clauses = List.copyOf(clauses);
        agencies = List.copyOf(agencies);
        involvements = List.copyOf(involvements);
    }

    public List<Involvement> of(Clause clause, String agency) {
        return involvements.stream()
                .filter(one -> one.clause() == clause.id() && one.agency().equals(agency))
                .sorted((one, other) -> one.part().compareTo(other.part()))
                .toList();
    }

    public String list(Involvement one) {
        return page.link("/tasks?at=" + one.agency() + "&part=" + one.part().name() + "&clause=" + one.clause());
    }

    public String summary(Clause clause) {
        return page.texts().get(clause.summary());
    }

    public FileLinks files() {
        return new FileLinks(page, "/board/matrix");
    }

    public String next() {
        return more ? page.with("after", agencies.get(agencies.size() - 1)) : "";
    }
}
