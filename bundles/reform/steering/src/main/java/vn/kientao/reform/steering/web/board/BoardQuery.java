package vn.kientao.reform.steering.web.board;

import java.util.Optional;
import vn.kientao.platform.api.text.TextBundle;
import vn.kientao.platform.api.web.Problem;
import vn.kientao.platform.api.web.ProblemException;
import vn.kientao.platform.api.web.Request;
import vn.kientao.reform.steering.domain.board.AgencyLine;
import vn.kientao.reform.steering.domain.board.BoardOrder;

/** What the address of a dashboard says of the order of its agencies ({@code sort}) and where its page begins ({@code after}). */
record BoardQuery(BoardOrder order, Optional<BoardOrder.Key> after) {
    private static final TextBundle TEXTS = TextBundle.of(BoardQuery.class);

    static BoardQuery of(Request request) {
        BoardOrder order = request.query("sort")
                .map(word -> BoardOrder.of(word)
                        .orElseThrow(() -> new ProblemException(new Problem(
                                400,
                                "unknown-order",
                                TEXTS.text("board.problem.order", word),
                                TEXTS.text("board.problem.order.do")))))
                .orElse(BoardOrder.OVERDUE);
        return new BoardQuery(order, request.query("after").flatMap(BoardQuery::key));
    }

    /** A key that is none begins anew. */
    private static Optional<BoardOrder.Key> key(String text) {
        int bar = text.indexOf('_');
        return bar > 0 && text.substring(0, bar).matches("\\d{1,18}")
                ? Optional.of(new BoardOrder.Key(Long.parseLong(text.substring(0, bar)), text.substring(bar + 1)))
                : Optional.empty();
    }

    static String key(AgencyLine last) {
        return last.key().value() + "_" + last.key().agency();
    }
}
