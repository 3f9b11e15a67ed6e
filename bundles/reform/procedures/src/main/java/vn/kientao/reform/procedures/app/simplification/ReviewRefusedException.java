package vn.kientao.reform.procedures.app.simplification;

/** A sheet cannot be changed so; nothing was changed. */
public final class ReviewRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final String textKey;

    ReviewRefusedException(String textKey) {
        super("refused: " + textKey);
        this.textKey = textKey;
    }

    /** The key of the sentence that says why. */
    public String textKey() {
        return textKey;
    }
}
