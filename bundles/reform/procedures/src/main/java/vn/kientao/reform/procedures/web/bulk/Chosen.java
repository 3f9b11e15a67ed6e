package vn.kientao.reform.procedures.web.bulk;

import static java.util.Objects.requireNonNull;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.kientao.reform.procedures.domain.dossier.DossierCode;

/**
 * A dossier that somebody chose.
 *
 * @param version the version that was shown; empty before any was
 */
record Chosen(String code, Optional<Long> version) {
    private static final Pattern SHAPE = Pattern.compile("([^@]+)(?:@(\\d{1,18}))?");

    Chosen {
        requireNonNull(code, "code");
        requireNonNull(version, "version");
    }

    /** As {@code code@version}, each dossier once. */
    static List<Chosen> of(Collection<String> values) {
        Map<String, Chosen> chosen = new LinkedHashMap<>();
        for (String value : values) {
            Matcher matcher = SHAPE.matcher(value);
            if (matcher.matches()) {
                Chosen one = of(
                        matcher.group(1), Optional.ofNullable(matcher.group(2)).map(Long::valueOf));
                chosen.putIfAbsent(one.code(), one);
            }
        }
        return List.copyOf(chosen.values());
    }

    /** The code as it is written, when it is one. */
    static Chosen of(String code, Optional<Long> version) {
        return new Chosen(DossierCode.parse(code).map(DossierCode::toString).orElse(code), version);
    }
}
