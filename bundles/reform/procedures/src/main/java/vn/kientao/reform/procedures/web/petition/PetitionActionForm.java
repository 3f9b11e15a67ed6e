package vn.kientao.reform.procedures.web.petition;

import java.util.Map;
import java.util.Optional;
import vn.kientao.platform.api.web.FormErrors;
import vn.kientao.reform.procedures.app.petition.PetitionChange;
import vn.kientao.reform.procedures.domain.petition.PetitionAction;
import vn.kientao.reform.procedures.domain.petition.PetitionClass;
import vn.kientao.reform.procedures.web.dossier.Checks;
import vn.kientao.reform.procedures.web.dossier.Words;

/** Reads what an officer does to a petition. */
final class PetitionActionForm {
    private static final int NOTE = 2000;
    private static final int TO = 200;
    private static final int TITLE = 200;
    private static final int LONG = 6000;

    private final Map<String, String> values;
    private final FormErrors errors;
    private final Checks checks;

    PetitionActionForm(Map<String, String> values, FormErrors errors) {
        this.values = values;
        this.errors = errors;
        this.checks = new Checks(errors, "petition.field.");
    }

    /** The change; empty when the errors say why not. */
    Optional<PetitionChange> change(PetitionAction action) {
        PetitionChange change = switch (action) {
            case ASK, UPDATE, RETURN, UNPUBLISH -> PetitionChange.saying(action, required("note", NOTE));
            case REFUSE -> PetitionChange.saying(action, required("note", NOTE)).as(PetitionClass.NOT_ACCEPTED);
            case FORWARD ->
                PetitionChange.saying(action, optional("note", NOTE))
                        .to(required("to", TO))
                        .as(PetitionClass.OTHER_BODY);
            case ASSIGN -> assign();
            case DRAFT -> PetitionChange.saying(action, optional("note", NOTE)).answering(required("answer", LONG));
            case PUBLISH ->
                PetitionChange.saying(action, "")
                        .publishing(required("title", TITLE), required("content", LONG), required("answer", LONG));
            default -> PetitionChange.saying(action, optional("note", NOTE));
        };
        return errors.isEmpty() ? Optional.of(change) : Optional.empty();
    }

    private PetitionChange assign() {
        Optional<PetitionClass> what = PetitionClass.of(value("class"))
                .filter(one -> one == PetitionClass.CONDUCT || one == PetitionClass.OWN_RULE);
        if (what.isEmpty()) {
            errors.add("class", Words.text("petition.error.class", value("class")));
        }
        PetitionChange change = PetitionChange.saying(PetitionAction.ASSIGN, optional("note", NOTE))
                .to(required("to", TO));
        return what.map(change::as).orElse(change);
    }

    private String required(String field, int most) {
        return checks.required(field, value(field), most);
    }

    private String optional(String field, int most) {
        return checks.optional(field, value(field), most);
    }

    private String value(String field) {
        return values.getOrDefault(field, "");
    }
}
