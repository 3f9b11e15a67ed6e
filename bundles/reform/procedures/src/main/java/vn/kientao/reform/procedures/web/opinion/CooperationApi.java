package vn.kientao.reform.procedures.web.opinion;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.data.StaleRecordException;
import vn.kientao.platform.api.web.FormErrors;
import vn.kientao.platform.api.web.ModuleRoutes;
import vn.kientao.platform.api.web.Problem;
import vn.kientao.platform.api.web.ProblemException;
import vn.kientao.platform.api.web.Reply;
import vn.kientao.platform.api.web.Request;
import vn.kientao.platform.api.web.Routes;
import vn.kientao.reform.procedures.app.opinion.Cooperation;
import vn.kientao.reform.procedures.domain.dossier.Opinion;
import vn.kientao.reform.procedures.domain.opinion.OpinionRequest;
import vn.kientao.reform.procedures.web.dossier.Checks;
import vn.kientao.reform.procedures.web.dossier.DeskPermissions;
import vn.kientao.reform.procedures.web.dossier.Words;

/** What other agencies ask this one, and its answers, for programs. */
@Component
public final class CooperationApi implements ModuleRoutes {
    private static final long WAITING = 1;
    private static final long ANSWERED = 2;

    private final Cooperation cooperation;

    @Activate
    public CooperationApi(@Reference Cooperation cooperation) {
        this.cooperation = cooperation;
    }

    @Override
    public void api(Routes routes) {
        routes.get("/opinions", DeskPermissions.READ, this::list)
                .summary("cooperation.api.list")
                .query("after", "answered")
                .returns(Listing.class);
        routes.get("/opinions/{request}", DeskPermissions.READ, this::show)
                .summary("cooperation.api.one")
                .returns(Item.class);
        routes.post("/opinions/{request}/answer", DeskPermissions.PROCESS, this::answer)
                .summary("cooperation.api.answer")
                .accepts(Answer.class)
                .returns(Item.class)
                .versioned();
    }

    private Reply list(Request request) {
        boolean waiting = request.query("answered").isEmpty();
        List<OpinionRequest> found = CooperationPages.found(cooperation, request, waiting);
        List<OpinionRequest> shown = found.subList(0, Math.min(CooperationPages.PAGE, found.size()));
        return Reply.json(new Listing(
                shown.stream().map(Item::of).toList(),
                found.size() > CooperationPages.PAGE
                        ? shown.get(CooperationPages.PAGE - 1).id()
                        : 0));
    }

    private Reply show(Request request) {
        return one(CooperationPages.asked(cooperation, request));
    }

    private static Reply one(OpinionRequest asked) {
        return Reply.json(Item.of(asked)).version(version(asked));
    }

    /** A request is answered once. */
    private static long version(OpinionRequest asked) {
        return asked.answer().isPresent() ? ANSWERED : WAITING;
    }

    private Reply answer(Request request) {
        OpinionRequest asked = CooperationPages.asked(cooperation, request);
        Answer body = request.json(Answer.class);
        request.expect(version(asked));
        FormErrors errors = new FormErrors();
        Checks checks = new Checks(errors);
        String content = checks.required("answer", words(body.answer()), CooperationPages.LONG);
        String document = checks.optional("document", words(body.document()), CooperationPages.SHORT);
        if (!errors.isEmpty()) {
            throw new ProblemException(new Problem(
                    422,
                    "invalid",
                    Words.text("dossier.problem.step-invalid"),
                    Words.text("dossier.problem.invalid.do"),
                    errors.all()));
        }
        try {
            cooperation.answer(asked, content, document, Words.doer(request));
        } catch (StaleRecordException e) {
            throw CooperationPages.stale();
        }
        return one(CooperationPages.asked(cooperation, request));
    }

    private static String words(@Nullable String given) {
        return Optional.ofNullable(given).map(String::strip).orElse("");
    }

    /** @param next pass it as {@code after} for the rest; 0 when there is none */
    public record Listing(List<Item> items, long next) {
        public Listing {
            items = List.copyOf(items);
        }
    }

    /**
     * What the agency is asked.
     *
     * @param asking code of the agency that asks
     * @param answer empty while it waits
     * @param document number of the answer's document; may be empty
     */
    public record Item(
            long id,
            String asking,
            String dossier,
            String procedure,
            String content,
            String due,
            String answer,
            String document) {
        static Item of(OpinionRequest request) {
            return new Item(
                    request.id(),
                    request.asking(),
                    request.dossier(),
                    request.procedure(),
                    request.content(),
                    request.due().toString(),
                    request.answer().map(Opinion.Answer::content).orElse(""),
                    request.answer().map(Opinion.Answer::document).orElse(""));
        }
    }

    /** @param document number of the document; may be left out */
    public record Answer(@Nullable String answer, @Nullable String document) {}
}
