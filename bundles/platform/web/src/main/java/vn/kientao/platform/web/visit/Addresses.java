package vn.kientao.platform.web.visit;

import java.util.Set;
import vn.kientao.platform.web.http.Parameters;

/** The address of the present page, and variations of it. */
public final class Addresses {
    private Addresses() {}

    /** Path and query, without the switch of language. */
    public static String here(Visit visit) {
        return with(visit, "lang", "", Set.of());
    }

    /** The present page in another language; a posted form leads back to its path. */
    public static String inLanguage(Visit visit, String language) {
        return with(visit, "lang", language, Set.of());
    }

    /** Path and query with one parameter set, or taken away when {@code value} is empty, and others dropped. */
    static String with(Visit visit, String parameter, String value, Set<String> dropped) {
        Parameters changed = new Parameters();
        visit.query().asMap().forEach((name, values) -> {
            boolean stays = !name.equals(parameter) && !name.equals("lang") && !dropped.contains(name);
            if (stays) {
                values.forEach(each -> changed.add(name, each));
            }
        });
        if (!value.isEmpty()) {
            changed.add(parameter, value);
        }
        String path = visit.exchange().rawPath();
        return changed.isEmpty() ? path : path + "?" + changed.encoded();
    }
}
