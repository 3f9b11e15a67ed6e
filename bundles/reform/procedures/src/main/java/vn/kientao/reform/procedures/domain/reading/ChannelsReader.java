package vn.kientao.reform.procedures.domain.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.kientao.reform.procedures.domain.Channel;
import vn.kientao.reform.procedures.domain.ChannelKind;
import vn.kientao.reform.procedures.domain.Deadline;
import vn.kientao.reform.procedures.domain.Fee;
import vn.kientao.reform.procedures.domain.GapKind;

/**
 * Reads the manner of carrying out: the heads of a table of four columns, then its cells row by row without anything
 * between them: channel, time, fee, description.
 *
 * <p>A row begins where a channel's name is followed at once by a time and a fee; the same name inside a description
 * never is. A time in words is known by the fee after it and, from the second row on, by its repeating the first.
 */
final class ChannelsReader {

    private static final String HEADS = "Hình thức nộpThời gianPhí, lệ phíMô tả";
    private static final String CHANNEL = "Trực tuyến|Trực tiếp|Dịch vụ bưu chính";
    private static final Map<String, ChannelKind> KIND = Map.of(
            "Trực tuyến", ChannelKind.ONLINE,
            "Trực tiếp", ChannelKind.DIRECT,
            "Dịch vụ bưu chính", ChannelKind.POST);
    private static final String FEE = FeeReader.FREE + "|" + FeeReader.NOTHING + "|(?:Phí|Lệ phí)\\s?:";
    private static final String UNIT = "(?iu:" + TimeReader.UNITS + ")";

    /** Groups: the channel; its time, where it has a form of its own; a number that runs into an amount. */
    private static final Pattern ROW = Pattern.compile("(" + CHANNEL + ")(?:"
            + "(\\d{1,5}(?:[.,]\\d{1,2})?\\s?" + UNIT + "|\\d{1,5}(?:[.,]\\d{1,2})?(?=" + FEE + ")"
            + "|" + FeeReader.NOTHING + ")"
            + "|(" + FeeReader.AMOUNT + "))");

    private static final Pattern FIRST_ROW = Pattern.compile("(" + CHANNEL + ")");
    /** Words for a time are a phrase, not a page. */
    private static final int LONGEST_TIME = 300;

    private static final Pattern AFTER_TIME = Pattern.compile(FEE + "|" + FeeReader.AMOUNT);

    private final Notes notes;
    private final List<Channel> channels = new ArrayList<>();

    private ChannelsReader(Notes notes) {
        this.notes = notes;
    }

    static List<Channel> read(String text, Notes notes) {
        ChannelsReader reader = new ChannelsReader(notes);
        String body = (text.startsWith(HEADS) ? text.substring(HEADS.length()) : text).strip();
        if (Cleaning.isNothing(body)) {
            notes.gap(GapKind.CHANNELS_MISSING, "channels", text);
        } else {
            reader.rows(body);
        }
        return reader.channels;
    }

    /** Where a row begins, which channel it is, and its time cell as far as it is known. */
    private record Start(int at, ChannelKind kind, String time, int end, boolean runsIntoFee) {}

    private void rows(String body) {
        List<Start> starts = starts(body);
        if (starts.isEmpty() || starts.get(0).at() > 0) {
            String before =
                    starts.isEmpty() ? body : body.substring(0, starts.get(0).at());
            notes.gap(GapKind.CHANNELS_UNCLEAR, "channels", before);
        }
        for (int i = 0; i < starts.size(); i++) {
            int end = i + 1 < starts.size() ? starts.get(i + 1).at() : body.length();
            channels.add(row(starts.get(i), body.substring(starts.get(i).end(), end)));
        }
        varying();
    }

    private static List<Start> starts(String body) {
        Optional<Start> worded = wordedFirst(body);
        if (worded.isPresent()) {
            return worded(body, worded.get());
        }
        List<Start> starts = new ArrayList<>();
        Matcher row = ROW.matcher(body);
        while (row.find()) {
            starts.add(start(row));
        }
        return starts;
    }

    private static Start start(Matcher row) {
        ChannelKind kind = kind(row.group(1));
        String amount = row.group(3);
        return amount == null
                ? new Start(row.start(), kind, row.group(2), row.end(), false)
                : new Start(row.start(), kind, amount, row.end(), true);
    }

    /** The first row, when its time is in words: from the channel's name to the first thing that looks like a fee. */
    private static Optional<Start> wordedFirst(String body) {
        Matcher first = FIRST_ROW.matcher(body);
        if (!first.lookingAt() || ROW.matcher(body).lookingAt()) {
            return Optional.empty();
        }
        Matcher fee = AFTER_TIME.matcher(body).region(first.end(), body.length());
        boolean found = fee.find() && fee.start() - first.end() <= LONGEST_TIME;
        if (!found) {
            return Optional.empty();
        }
        String time = body.substring(first.end(), fee.start());
        if (FIRST_ROW.matcher(time).find()) {
            return Optional.empty();
        }
        return Optional.of(new Start(0, kind(first.group(1)), time, fee.start(), false));
    }

    /** Rows whose time repeats the words of the first (a full stop more or less), and rows of the usual form. */
    private static List<Start> worded(String body, Start first) {
        String words = first.time().strip().replaceAll("\\.+$", "");
        Pattern row =
                Pattern.compile(ROW.pattern() + "|(" + CHANNEL + ")(\\s*" + Pattern.quote(words) + "\\s*\\.*\\s*)");
        List<Start> starts = new ArrayList<>(List.of(first));
        Matcher matcher = row.matcher(body).region(first.end(), body.length());
        while (matcher.find()) {
            starts.add(
                    matcher.group(4) == null
                            ? start(matcher)
                            : new Start(
                                    matcher.start(),
                                    kind(matcher.group(4)),
                                    matcher.group(5).strip(),
                                    matcher.end(),
                                    false));
        }
        return starts;
    }

    private Channel row(Start start, String rest) {
        String path = "channels[" + channels.size() + "]";
        if (start.runsIntoFee()) {
            return runTogether(start, rest, path);
        }
        FeeReader.Reading fees = FeeReader.read(rest, path, notes);
        String note = rest.substring(fees.end()).strip();
        Deadline deadline = deadline(start.time().strip(), note, path);
        return new Channel(start.kind(), deadline, doubtful(fees.fees(), note, path), note);
    }

    /** "1" and "20 VNĐ" printed as "120 VNĐ": neither number can be told, so neither is kept. */
    private Channel runTogether(Start start, String rest, String path) {
        int close = Brackets.openAt(rest, 0) ? Brackets.end(rest, 0) : 0;
        int end = Math.max(0, close);
        String note = end == 0 ? "" : rest.substring(1, end - 1).strip();
        String whole = start.time() + rest.substring(0, end);
        notes.gap(GapKind.DEADLINE_RUNS_INTO_FEE, path + ".deadline", whole);
        Fee fee = Fee.unstated(note, whole);
        return new Channel(
                start.kind(),
                Deadline.unread(start.time()),
                List.of(fee),
                rest.substring(end).strip());
    }

    private Deadline deadline(String cell, String note, String path) {
        if (Cleaning.isNothing(cell)) {
            notes.gap(GapKind.DEADLINE_MISSING, path + ".deadline", note);
            return Deadline.unread("");
        }
        Deadline deadline = TimeReader.read(cell);
        if (deadline.value() == null || deadline.value().signum() == 0) {
            notes.gap(GapKind.DEADLINE_UNCLEAR, path + ".deadline", cell);
        } else if (deadline.unit() == null) {
            notes.gap(GapKind.DEADLINE_UNIT_MISSING, path + ".deadline", cell);
        } else if (TimeReader.disputes(deadline, note)) {
            notes.gap(GapKind.DEADLINE_DISPUTED, path + ".deadline", cell + " | " + note);
            return deadline.dispute();
        }
        return deadline;
    }

    private List<Fee> doubtful(List<Fee> fees, String note, String path) {
        if (!FeeReader.leavesToCouncil(note)) {
            return fees;
        }
        List<Fee> doubtful = new ArrayList<>(fees);
        for (int i = 0; i < fees.size(); i++) {
            Fee fee = fees.get(i);
            if (fee.kind() == Fee.Kind.FREE && fee.certain()) {
                doubtful.set(i, Fee.free(false, fee.note(), fee.text()));
                notes.gap(GapKind.FEE_FREE_DOUBTFUL, path + ".fees[" + i + "]", note);
            }
        }
        return doubtful;
    }

    private void varying() {
        for (ChannelKind kind : ChannelKind.values()) {
            List<String> limits = channels.stream()
                    .filter(channel -> channel.kind() == kind)
                    .map(channel -> channel.deadline().text())
                    .distinct()
                    .toList();
            if (limits.size() > 1) {
                notes.gap(GapKind.DEADLINE_VARIES, "channels", kind + ": " + String.join(" | ", limits));
            }
        }
    }

    private static ChannelKind kind(String published) {
        return Optional.ofNullable(KIND.get(published))
                .orElseThrow(() -> new IllegalStateException("channel " + published + " (expected: " + CHANNEL + ")"));
    }
}
