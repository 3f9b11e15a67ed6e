package vn.kientao.platform.web.door;

import java.util.List;
import java.util.function.Function;
import vn.kientao.platform.api.module.Extensions;

/** A module that offers these services and nothing else. */
record SomeExtensions(List<Object> services) implements Extensions {
    @Override
    public <S, R> List<R> of(Class<S> type, String agency, Function<S, R> question) {
        return everywhere(type, question);
    }

    @Override
    public <S, R> List<R> everywhere(Class<S> type, Function<S, R> question) {
        return services.stream()
                .filter(type::isInstance)
                .map(type::cast)
                .map(question)
                .toList();
    }
}
