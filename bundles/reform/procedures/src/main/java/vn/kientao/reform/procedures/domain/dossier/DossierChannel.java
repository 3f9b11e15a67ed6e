package vn.kientao.reform.procedures.domain.dossier;

/** How the dossier came (kênh tiếp nhận), by the numbers of the national list. */
public enum DossierChannel {
    /** Trực tiếp: at the counter. */
    DIRECT(1),
    /** Trực tuyến. */
    ONLINE(2),
    /** Bưu chính công ích. */
    POST(3);

    private final int number;

    DossierChannel(int number) {
        this.number = number;
    }

    public int number() {
        return number;
    }

    /** @throws IllegalArgumentException when the list has no such number */
    public static DossierChannel of(int number) {
        if (number < 1 || number > values().length) {
            throw new IllegalArgumentException("dossier channel " + number + " (expected: 1 to 3)");
        }
        return values()[number - 1];
    }

    /** The text key of its name. */
    public String textKey() {
        return "dossier.channel." + number;
    }
}
