package vn.kientao.reform.procedures.domain.completion;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.kientao.reform.procedures.domain.Channel;
import vn.kientao.reform.procedures.domain.Component;
import vn.kientao.reform.procedures.domain.Deadline;
import vn.kientao.reform.procedures.domain.Fee;
import vn.kientao.reform.procedures.domain.Gap;
import vn.kientao.reform.procedures.domain.Procedure;
import vn.kientao.reform.procedures.domain.Quantity;
import vn.kientao.reform.procedures.domain.publication.FeeLines;

/**
 * A procedure with what people completed in it, and what is left. The published words stay: a completed time limit
 * keeps the text it was read from.
 */
public record Completed(Procedure procedure, List<Gap> gaps) {
    private static final Pattern ROW = Pattern.compile("(channels|components)\\[(\\d{1,4})].*");

    public Completed {
        gaps = List.copyOf(gaps);
    }

    /**
     * Puts the completions into the record. One that no longer fits its path is passed over, and its gap stays.
     *
     * @param gaps all of the record, in its order: a completion names one by its place
     */
    public static Completed of(Procedure procedure, List<Gap> gaps, List<Completion> completions) {
        if (completions.isEmpty()) {
            return new Completed(procedure, gaps);
        }
        List<Channel> channels = new ArrayList<>(procedure.channels());
        List<Component> components = new ArrayList<>(procedure.components());
        List<Gap> left = new ArrayList<>(gaps);
        for (Completion completion : completions) {
            if (left.remove(completion.gap())) {
                put(completion, channels, components);
            }
        }
        return new Completed(with(procedure, channels, components), left);
    }

    private static void put(Completion completion, List<Channel> channels, List<Component> components) {
        Matcher row = ROW.matcher(completion.gap().field());
        if (!row.matches()) {
            return;
        }
        int number = Integer.parseInt(row.group(2));
        boolean ofChannel = row.group(1).equals("channels") && number < channels.size();
        boolean ofComponent = row.group(1).equals("components") && number < components.size();
        Shape shape = Shape.of(completion.gap().kind());
        if (ofChannel && shape == Shape.LIMIT && completion.amount().isPresent()) {
            channels.set(number, limit(channels.get(number), completion));
        } else if (ofChannel && shape == Shape.FEE) {
            channels.set(number, fees(channels.get(number), completion));
        } else if (ofComponent && shape == Shape.QUANTITY) {
            components.set(number, quantity(components.get(number), completion));
        }
    }

    private static Channel limit(Channel channel, Completion completion) {
        Deadline limit = Deadline.of(
                completion.amount().orElseThrow(),
                completion.unit().orElseThrow(),
                channel.deadline().text());
        return new Channel(channel.kind(), limit, channel.fees(), channel.note());
    }

    /** A person said so: what was doubtful is certain now, unless the line itself has a note. */
    private static Channel fees(Channel channel, Completion completion) {
        List<Fee> fees = FeeLines.read(completion.words());
        return new Channel(channel.kind(), channel.deadline(), fees, channel.note());
    }

    private static Component quantity(Component component, Completion completion) {
        Quantity quantity = Quantity.of(
                completion.originals().orElse(0), completion.copies().orElse(0));
        return new Component(component.heading(), component.name(), component.forms(), quantity);
    }

    private static Procedure with(Procedure procedure, List<Channel> channels, List<Component> components) {
        return new Procedure(
                procedure.code(),
                procedure.name(),
                procedure.decision(),
                procedure.kind(),
                procedure.field(),
                procedure.levels(),
                procedure.subjects(),
                procedure.responsibility(),
                channels,
                components,
                procedure.results(),
                procedure.legalBases(),
                procedure.conditions(),
                procedure.steps(),
                procedure.related(),
                procedure.source());
    }
}
