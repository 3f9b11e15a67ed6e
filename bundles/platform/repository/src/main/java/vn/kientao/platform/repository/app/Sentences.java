package vn.kientao.platform.repository.app;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import vn.kientao.platform.api.module.RepositoryException;
import vn.kientao.platform.api.text.LocalText;
import vn.kientao.platform.api.text.TextBundle;

/** This room's sentences for people. */
final class Sentences {
    private final TextBundle texts = TextBundle.of(Sentences.class);

    LocalText text(String key, Object... arguments) {
        // Numbers as they are: no grouping in versions and sizes.
        return texts.text(key, Arrays.stream(arguments).map(String::valueOf).toArray());
    }

    RepositoryException refuse(String key, Object... arguments) {
        return new RepositoryException(text(key, arguments));
    }

    RepositoryException refuse(@Nullable Throwable cause, String key, Object... arguments) {
        return new RepositoryException(text(key, arguments), cause);
    }
}
