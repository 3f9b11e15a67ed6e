package vn.kientao.platform.web.door;

import java.util.List;
import java.util.function.Function;
import vn.kientao.platform.api.card.CardSource;
import vn.kientao.platform.api.module.Extensions;

/** A module that offers cards and nothing else. */
record OneCardSource(CardSource source) implements Extensions {
    @Override
    public <S, R> List<R> of(Class<S> type, String agency, Function<S, R> question) {
        return everywhere(type, question);
    }

    @Override
    public <S, R> List<R> everywhere(Class<S> type, Function<S, R> question) {
        return type.isInstance(source) ? List.of(question.apply(type.cast(source))) : List.of();
    }
}
