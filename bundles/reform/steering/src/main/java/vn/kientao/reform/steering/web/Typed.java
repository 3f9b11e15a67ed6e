package vn.kientao.reform.steering.web;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a program sent, as a form has it: by the names of the fields, so that one check serves both. */
public final class Typed {
    private Typed() {}

    /** Puts a value under the name of its field; one that the program left out is not there. */
    public static void put(Map<String, String> values, String name, @Nullable Object value) {
        if (value != null) {
            values.put(name, value.toString());
        }
    }
}
