package vn.kientao.reform.procedures.web.petition;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.kientao.platform.api.directory.Agency;
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
    private final List<Agency> agencies;
    private final FormErrors errors;
    private final Checks checks;

    /** @param agencies into whose registers the petition may go */
    PetitionActionForm(Map<String, String> values, List<Agency> agencies, FormErrors errors) {
        this.values = values;
        this.agencies = List.copyOf(agencies);
        this.errors = errors;
        this.checks = new Checks(errors, "petition.field.");
    }

    /** The change; empty when the errors say why not. */
    Optional<PetitionChange> change(PetitionAction action) {
        PetitionChange change = switch (action) {
            case ASK, UPDATE, RETURN, UNPUBLISH -> PetitionChange.saying(action, required("note", NOTE));
            case REFUSE -> PetitionChange.saying(action, required("note", NOTE)).as(PetitionClass.NOT_ACCEPTED);
            case FORWARD -> forward();
            case ASSIGN -> assign();
            case DRAFT -> PetitionChange.saying(action, optional("note", NOTE)).answering(required("answer", LONG));
            case PUBLISH ->
                PetitionChange.saying(action, "")
                        .publishing(required("title", TITLE), required("content", LONG), required("answer", LONG));
            default -> PetitionChange.saying(action, optional("note", NOTE));
        };
        return errors.isEmpty() ? Optional.of(change) : Optional.empty();
    }

    /** Into the register of an agency of the province, or to a body that has none here. */
    private PetitionChange forward() {
        PetitionChange change = PetitionChange.saying(PetitionAction.FORWARD, optional("note", NOTE))
                .as(PetitionClass.OTHER_BODY);
        String code = value("toAgency");
        if (code.isEmpty()) {
            return change.to(required("to", TO));
        }
        Optional<Agency> agency =
                agencies.stream().filter(one -> one.code().equals(code)).findFirst();
        if (agency.isEmpty()) {
            errors.add("toAgency", Words.text("petition.error.to-agency", code));
        }
        return agency.map(one -> change.into(one.code(), one.name().vi())).orElse(change);
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
