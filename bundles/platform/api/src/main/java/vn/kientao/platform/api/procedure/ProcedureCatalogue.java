package vn.kientao.platform.api.procedure;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Looks procedures up. Registered by the module that keeps the catalogue; others ask it through {@link
 * vn.kientao.platform.api.module.Extensions#of} and get an empty list while no such module serves the agency.
 */
@ConsumerType
public interface ProcedureCatalogue {

    /** The version that is in force now; empty for an unknown code and an abolished procedure. */
    Optional<CatalogueProcedure> find(String code);

    /** The version that was or will be in force on a day, as far as it is known today. */
    Optional<CatalogueProcedure> find(String code, LocalDate day);

    /** Those in force now that fit, best first. */
    List<CatalogueProcedure> search(ProcedureQuery query);
}
