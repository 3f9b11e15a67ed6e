package vn.kientao.reform.procedures.app.dossier;

import static java.util.Objects.requireNonNull;

import java.util.List;
import vn.kientao.reform.procedures.domain.dossier.DossierAction;
import vn.kientao.reform.procedures.domain.dossier.DossierCode;
import vn.kientao.reform.procedures.domain.dossier.Transition.Guard;

/** A step that the state allows and a condition of law does not; nothing was changed. */
public final class DossierGuardException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final DossierAction action;
    private final Guard guard;
    private final String[] arguments;

    public DossierGuardException(DossierCode code, DossierAction action, Guard guard, List<String> arguments) {
        super(code + ": " + requireNonNull(action, "action") + " is not allowed: " + requireNonNull(guard, "guard")
                + " " + arguments);
        this.action = action;
        this.guard = guard;
        this.arguments = arguments.toArray(String[]::new);
    }

    public DossierAction action() {
        return action;
    }

    public Guard guard() {
        return guard;
    }

    /** What the sentence of {@link Guard#textKey} needs. */
    public List<String> arguments() {
        return List.of(arguments);
    }
}
