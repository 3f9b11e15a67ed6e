package vn.kientao.reform.procedures.web.petition;

import gg.jte.output.WriterOutput;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.directory.Agencies;
import vn.kientao.platform.api.directory.Agency;
import vn.kientao.platform.api.security.Permission;
import vn.kientao.platform.api.text.Texts;
import vn.kientao.platform.api.web.ModuleRoutes;
import vn.kientao.platform.api.web.Page;
import vn.kientao.platform.api.web.Reply;
import vn.kientao.platform.api.web.Request;
import vn.kientao.platform.api.web.Routes;
import vn.kientao.reform.procedures.app.petition.PetitionRegister;
import vn.kientao.reform.procedures.app.petition.Petitions;
import vn.kientao.reform.procedures.domain.petition.PetitionKind;
import vn.kientao.reform.procedures.domain.petition.PublishedPetition;
import vn.kientao.reform.procedures.web.dossier.Words;
import vn.kientao.reform.procedures.web.templates.StaticTemplates;
import vn.kientao.reform.procedures.web.templates.Templates;

/** Published answers to petitions (công khai kết quả trả lời): a list to search in, one page each, and JSON. */
@Component
public final class AnswerPages implements ModuleRoutes {
    private static final int PAGE = 20;

    private final Petitions petitions;
    private final PetitionRegister register;
    private final Agencies agencies;
    private final Templates templates = new StaticTemplates();

    @Activate
    public AnswerPages(
            @Reference Petitions petitions, @Reference PetitionRegister register, @Reference Agencies agencies) {
        this.petitions = petitions;
        this.register = register;
        this.agencies = agencies;
    }

    @Override
    public void open(Routes routes) {
        routes.get("/feedback/answers", Permission.ANYONE, this::list);
        routes.get("/feedback/answers/{id}", Permission.ANYONE, this::show);
    }

    @Override
    public void openApi(Routes routes) {
        routes.get("/feedback", Permission.ANYONE, this::json)
                .summary("petition.api.published")
                .query("q", "before")
                .returns(PetitionJson.Answers.class);
    }

    private Reply list(Request request) {
        List<PublishedPetition> rows = rows(request);
        boolean more = rows.size() > PAGE;
        AnswerListModel model = new AnswerListModel(
                request.page(),
                request.query("q").orElse(""),
                more ? rows.subList(0, PAGE) : rows,
                more,
                before(request).isEmpty(),
                kinds(request));
        return Reply.page(
                request.page().text("petition.answers.title"),
                out -> templates.petitionAnswers(model).render(new WriterOutput(out)));
    }

    private Reply json(Request request) {
        List<PublishedPetition> rows = rows(request);
        boolean more = rows.size() > PAGE;
        List<PublishedPetition> shown = more ? rows.subList(0, PAGE) : rows;
        return Reply.json(new PetitionJson.Answers(
                shown.stream().map(PetitionJson.Answer::of).toList(),
                more ? shown.get(PAGE - 1).id() : null));
    }

    private List<PublishedPetition> rows(Request request) {
        return register.published(request.query("q"), before(request), PAGE + 1);
    }

    private static Optional<Long> before(Request request) {
        return request.query("before").filter(text -> text.matches("\\d{1,18}")).map(Long::valueOf);
    }

    private List<PetitionKind> kinds(Request request) {
        return petitions.kinds(Words.now(request).toLocalDate());
    }

    private Reply show(Request request) {
        Page page = request.page();
        Texts texts = page.texts();
        String id = request.pathValue("id");
        PublishedPetition petition = Optional.of(id)
                .filter(text -> text.matches("\\d{1,18}"))
                .flatMap(text -> register.published(Long.parseLong(text)))
                .orElseThrow(() -> PetitionWords.notFound(id));
        AnswerModel model = new AnswerModel(
                page,
                petition,
                agencies.find(petition.agency())
                        .map(Agency::name)
                        .map(texts::get)
                        .orElse(petition.agency()),
                PetitionWords.kind(kinds(request), petition.kind(), texts));
        return Reply.page(
                        petition.text().title(),
                        out -> templates.petitionAnswer(model).render(new WriterOutput(out)))
                .crumbs(new Reply.Crumb(page.text("petition.answers.title"), page.openLink("/feedback/answers")));
    }
}
