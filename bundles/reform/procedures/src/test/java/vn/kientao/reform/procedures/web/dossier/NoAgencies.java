package vn.kientao.reform.procedures.web.dossier;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import vn.kientao.platform.api.directory.Agencies;
import vn.kientao.platform.api.directory.Agency;

/** A register without entries. */
public final class NoAgencies implements Agencies {
    @Override
    public Optional<Agency> find(String code) {
        return Optional.empty();
    }

    @Override
    public List<Agency> on(LocalDate day) {
        return List.of();
    }

    @Override
    public List<Agency> all() {
        return List.of();
    }
}
