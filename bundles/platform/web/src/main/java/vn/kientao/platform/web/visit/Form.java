package vn.kientao.platform.web.visit;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.fileupload.FileItem;
import vn.kientao.platform.api.text.LocalText;
import vn.kientao.platform.api.web.Upload;
import vn.kientao.platform.web.http.Parameters;

/** A posted form: its fields and files. {@link #close} throws the files away. */
public final class Form implements AutoCloseable {
    /** A request without a form. */
    public static final Form NONE = new Form(new Parameters(), Map.of(), List.of(), Set.of());

    public static final String CSRF = "_csrf";
    static final String ONCE = "_once";

    /** Fields of ours that ride along in a module's form: the choice of language, and all that begin with this sign. */
    private static final String OURS = "_";

    private static final String LANGUAGE = "lang";

    private final Parameters fields;
    private final Map<String, StoredUpload> uploads;
    private final Map<String, LocalText> refused = new LinkedHashMap<>();
    private final List<FileItem> items;

    private final Set<String> leftOut;

    /** @param leftOut fields whose files there was no room for */
    Form(Parameters fields, Map<String, StoredUpload> uploads, List<FileItem> items, Set<String> leftOut) {
        this.fields = fields;
        this.uploads = uploads;
        this.items = items;
        this.leftOut = Set.copyOf(leftOut);
    }

    public Optional<String> first(String name) {
        return fields.first(name);
    }

    List<String> all(String name) {
        return fields.all(name);
    }

    /** All files by their fields, as they stand now. */
    public Map<String, Upload> uploads() {
        return new LinkedHashMap<>(uploads);
    }

    /** The fields whose files were too much for the form and were not kept. */
    public Set<String> leftOut() {
        return leftOut;
    }

    /** Takes a file out of the form: a handler finds the reason in its place. */
    public void refuse(String name, LocalText reason) {
        uploads.remove(name);
        refused.put(name, reason);
    }

    Map<String, LocalText> refused() {
        return Collections.unmodifiableMap(refused);
    }

    Optional<StoredUpload> upload(String name) {
        return Optional.ofNullable(uploads.get(name));
    }

    /** Every field with its first value, without ours. */
    Map<String, String> firsts() {
        Map<String, String> firsts = new LinkedHashMap<>();
        fields.asMap().forEach((name, values) -> {
            if (!name.startsWith(OURS) && !name.equals(LANGUAGE)) {
                firsts.put(name, values.get(0));
            }
        });
        return firsts;
    }

    Map<String, List<String>> asMap() {
        return fields.asMap();
    }

    @Override
    public void close() {
        items.forEach(FileItem::delete);
    }
}
