package vn.kientao.reform.procedures.domain.paper;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** An amount of money as it is read out in Vietnamese: {@code Hai trăm linh năm nghìn đồng}. */
public final class AmountInWords {
    private static final List<String> DIGITS =
            List.of("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín");
    private static final List<String> GROUPS = List.of("", "nghìn", "triệu");
    private static final String BILLION = "tỷ";
    private static final int GROUP = 1_000;
    private static final long OF_BILLION = 1_000_000_000L;
    private static final int TEN = 10;
    private static final int FIVE = 5;

    private AmountInWords() {}

    /** @param amount in đồng, 0 or more */
    public static String of(long amount) {
        if (amount < 0) {
            throw new IllegalArgumentException("amount " + amount + " (expected: >= 0 đồng)");
        }
        List<String> words = new ArrayList<>();
        read(amount, false, words);
        if (words.isEmpty()) {
            words.add(DIGITS.get(0));
        }
        words.add("đồng");
        String read = String.join(" ", words);
        return read.substring(0, 1).toUpperCase(Locale.ROOT) + read.substring(1);
    }

    /** @param behind whether more was read before it, so that empty hundreds are said */
    private static void read(long amount, boolean behind, List<String> words) {
        long billions = amount / OF_BILLION;
        boolean follows = behind;
        if (billions > 0) {
            read(billions, follows, words);
            words.add(BILLION);
            follows = true;
        }
        long rest = amount % OF_BILLION;
        int unit = GROUP * GROUP;
        for (int group = GROUPS.size() - 1; group >= 0; group--) {
            int three = (int) (rest / unit % GROUP);
            if (three > 0) {
                three(three, follows, words);
                if (group > 0) {
                    words.add(GROUPS.get(group));
                }
                follows = true;
            }
            unit /= GROUP;
        }
    }

    private static void three(int number, boolean behind, List<String> words) {
        int hundreds = number / (TEN * TEN);
        int tens = number / TEN % TEN;
        int ones = number % TEN;
        boolean said = hundreds > 0 || behind;
        if (said) {
            words.add(DIGITS.get(hundreds));
            words.add("trăm");
        }
        if (tens == 1) {
            words.add("mười");
        } else if (tens > 1) {
            words.add(DIGITS.get(tens));
            words.add("mươi");
        } else if (ones > 0 && said) {
            words.add("linh");
        }
        if (ones == 1 && tens > 1) {
            words.add("mốt");
        } else if (ones == FIVE && tens > 0) {
            words.add("lăm");
        } else if (ones > 0) {
            words.add(DIGITS.get(ones));
        }
    }
}
