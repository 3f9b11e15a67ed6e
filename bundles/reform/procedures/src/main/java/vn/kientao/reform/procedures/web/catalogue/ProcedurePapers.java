package vn.kientao.reform.procedures.web.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.documents.Letter;
import vn.kientao.platform.api.documents.LetterPaper;
import vn.kientao.platform.api.documents.LetterPart;
import vn.kientao.platform.api.documents.Letters;
import vn.kientao.platform.api.text.Formats;
import vn.kientao.platform.api.text.TextBundle;
import vn.kientao.platform.api.text.Texts;
import vn.kientao.platform.api.web.ModuleRoutes;
import vn.kientao.platform.api.web.Problem;
import vn.kientao.platform.api.web.ProblemException;
import vn.kientao.platform.api.web.Reply;
import vn.kientao.platform.api.web.Request;
import vn.kientao.platform.api.web.Routes;
import vn.kientao.reform.procedures.app.catalogue.Catalogue;
import vn.kientao.reform.procedures.app.catalogue.SearchQuery;
import vn.kientao.reform.procedures.app.catalogue.SearchResult;
import vn.kientao.reform.procedures.app.publication.Publications;
import vn.kientao.reform.procedures.domain.Procedure;
import vn.kientao.reform.procedures.domain.catalogue.ProcedureVersion;
import vn.kientao.reform.procedures.domain.publication.Decision;
import vn.kientao.reform.procedures.domain.publication.Publication;
import vn.kientao.reform.procedures.domain.publication.PublicationKind;
import vn.kientao.reform.procedures.domain.publication.RecordReader;
import vn.kientao.reform.procedures.domain.variant.Audience;
import vn.kientao.reform.procedures.web.form.By;
import vn.kientao.reform.procedures.web.publication.PublicationPermissions;
import vn.kientao.reform.procedures.web.sheet.TableFiles;

/**
 * Procedures as documents in the format of Decree 30/2020/NĐ-CP: the sheet of one procedure, and the annex of a decision
 * that announces procedures (phụ lục quyết định công bố) for a publication or for what a search finds, such as the internal
 * procedures of a field (Decision 1085/QĐ-TTg of 15 September 2022).
 */
@Component
public final class ProcedurePapers implements ModuleRoutes {
    /** How many procedures an annex holds at most. */
    static final int MOST = 100;

    private static final TextBundle TEXTS = TextBundle.of(ProcedurePapers.class);
    private static final Texts VIETNAMESE = TEXTS.in(TextBundle.VIETNAMESE);

    private final Catalogue catalogue;
    private final Publications publications;
    private final Letters letters;
    private final TableFiles files;

    @Activate
    public ProcedurePapers(
            @Reference Catalogue catalogue,
            @Reference Publications publications,
            @Reference Letters letters,
            @Reference TableFiles files) {
        this.catalogue = catalogue;
        this.publications = publications;
        this.letters = letters;
        this.files = files;
    }

    @Override
    public void staff(Routes routes) {
        offer(routes, "/catalogue/{code}/sheet", "thu-tuc", this::sheet);
        offer(routes, "/catalogue-annex", "phu-luc-cong-bo", this::annex);
        offer(routes, "/publications/{id}/annex", "phu-luc-cong-bo", this::publicationAnnex);
    }

    private void offer(Routes routes, String path, String name, Function<Request, Letter> letter) {
        routes.get(path + ".pdf", PublicationPermissions.READ, request -> {
            byte[] file = letters.pdf(List.of(letter.apply(request)));
            return Reply.download(name + ".pdf", "application/pdf", out -> out.write(file))
                    .shownInline();
        });
        routes.get(path + ".docx", PublicationPermissions.READ, request -> {
            byte[] file = letters.docx(letter.apply(request));
            return Reply.download(
                    name + ".docx",
                    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
                    out -> out.write(file));
        });
    }

    private Letter sheet(Request request) {
        Procedure procedure = catalogue
                .current(request.pathValue("code"))
                .orElseThrow(By::notFound)
                .procedure();
        List<LetterPart> parts = new ArrayList<>();
        parts.add(new LetterPart.Field(
                VIETNAMESE.get("catalogue.code") + ":", procedure.code().value()));
        parts.add(new LetterPart.Field(VIETNAMESE.get("catalogue.field") + ":", procedure.field()));
        parts.addAll(ProcedureText.of(procedure));
        return letter(request, VIETNAMESE.get("sheet.procedure.title"), procedure.name(), parts);
    }

    private Letter annex(Request request) {
        SearchQuery query = CatalogueSearchForm.query(request);
        SearchResult found = catalogue.search(query, 0, MOST);
        if (found.total() == 0 || found.total() > MOST) {
            throw new ProblemException(new Problem(
                    422,
                    "how-many-procedures",
                    TEXTS.text("sheet.annex.problem", Formats.number(found.total()), "" + MOST),
                    TEXTS.text("sheet.annex.problem.do")));
        }
        List<Procedure> procedures = found.hits().stream()
                .flatMap(entry -> catalogue.version(entry.versionId()).stream())
                .map(ProcedureVersion::procedure)
                .toList();
        boolean internal = query.audience().filter(Audience.INTERNAL::equals).isPresent();
        return annex(
                request,
                VIETNAMESE.get(internal ? "sheet.annex.internal" : "sheet.annex.public"),
                Optional.empty(),
                procedures,
                true);
    }

    private Letter publicationAnnex(Request request) {
        Publications.Details details = publications
                .find(By.id(request, "id"), PublicationPermissions.confinedTo(request))
                .orElseThrow(By::notFound);
        Publication publication = details.publication();
        boolean abolished = publication.kind() == PublicationKind.ABOLISH;
        Procedure procedure = abolished
                ? publication
                        .baseVersion()
                        .flatMap(catalogue::version)
                        .orElseThrow(By::notFound)
                        .procedure()
                : RecordReader.read(RecordReader.source(publication.code(), details.fields()))
                        .procedure();
        return annex(
                request,
                VIETNAMESE.get("sheet.annex." + publication.kind()),
                publication.decision(),
                List.of(procedure),
                !abolished);
    }

    private Letter annex(
            Request request,
            String summary,
            Optional<Decision> decision,
            List<Procedure> procedures,
            boolean withContent) {
        List<LetterPart> parts = new ArrayList<>();
        parts.add(new LetterPart.Text(decision.map(signed -> VIETNAMESE.get(
                        "sheet.annex.of", signed.number(), Formats.date(signed.signedOn()), signed.issuer()))
                .orElseGet(() -> VIETNAMESE.get("sheet.annex.of-blank"))));
        parts.add(ProcedureText.heading("sheet.annex.list"));
        parts.add(ProcedureText.list(procedures));
        if (withContent) {
            parts.add(ProcedureText.heading("sheet.annex.content"));
            for (Procedure procedure : procedures) {
                parts.add(ProcedureText.heading(
                        "sheet.annex.one", procedure.code().value(), procedure.name()));
                parts.addAll(ProcedureText.of(procedure));
            }
        }
        return letter(request, VIETNAMESE.get("sheet.annex.title"), summary, parts);
    }

    private Letter letter(Request request, String title, String summary, List<LetterPart> parts) {
        return new Letter(LetterPaper.A4, files.head(request), title, summary, parts, List.of(), List.of());
    }
}
