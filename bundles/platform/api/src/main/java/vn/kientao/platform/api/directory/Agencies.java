package vn.kientao.platform.api.directory;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** Looks agencies up; answered from memory, follows changes within a second. */
@ProviderType
public interface Agencies {

    Optional<Agency> find(String code);

    /** Those that exist on the day, in order of name. */
    List<Agency> on(LocalDate day);

    /** Every agency of the register with its history, in order of code. */
    List<Agency> all();
}
