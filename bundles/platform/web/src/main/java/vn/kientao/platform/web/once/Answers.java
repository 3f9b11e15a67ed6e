package vn.kientao.platform.web.once;

/** Keeps what was answered under an idempotency key. Keys here are hashes that name the sender and the address, too. */
public interface Answers {

    /** Reserves a key for a request with this body; the answer says what is known of it. */
    Reservation reserve(String key, String bodyHash);

    /** Keeps the answer of a key that was reserved. */
    void keep(String key, int status, String json, String headers);

    /** Gives a reserved key back: the request has failed and changed nothing. */
    void release(String key);

    /** What is known of a key. */
    sealed interface Reservation {
        /** Nothing: go on. */
        record Fresh() implements Reservation {}

        /** Another request with it is being answered at the moment. */
        record UnderWay() implements Reservation {}

        /** It was used with another body. */
        record OtherBody() implements Reservation {}

        /** The answer that it got. */
        record Answered(int status, String json, String headers) implements Reservation {}
    }
}
