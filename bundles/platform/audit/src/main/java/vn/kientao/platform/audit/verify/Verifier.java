package vn.kientao.platform.audit.verify;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import vn.kientao.platform.audit.chain.Anchor;
import vn.kientao.platform.audit.chain.Anchor.Kind;
import vn.kientao.platform.audit.chain.Chain;
import vn.kientao.platform.audit.chain.Cut;
import vn.kientao.platform.audit.chain.Entry;
import vn.kientao.platform.audit.chain.Link;
import vn.kientao.platform.audit.chain.MacKey;

/**
 * Walks along the chain once, in the order of sequences, and compares it with the anchors. Without a key it cannot tell
 * an entry that was put in before it was chained; without anchors it cannot tell a chain that was written anew.
 */
public final class Verifier {
    private static final int MOST = 20;

    private final Map<String, MacKey> keys = new HashMap<>();
    private final NavigableMap<Long, String> anchored = new TreeMap<>();
    private final Map<Long, String> announced = new HashMap<>();
    private final boolean anchors;
    private final List<Finding> findings = new ArrayList<>();
    private long sequence;
    private String hash = Chain.BEGINNING;
    private long good;
    private long seen;

    /** @param anchors oldest first, already known to be those that were written */
    public Verifier(List<Anchor> anchors, List<MacKey> keys) {
        keys.forEach(key -> this.keys.put(key.id(), key));
        this.anchors = !anchors.isEmpty();
        for (Anchor anchor : anchors) {
            take(anchor);
        }
    }

    private void take(Anchor anchor) {
        if (anchor.kind() == Kind.TAKEN_BACK && !anchored.isEmpty()) {
            long lost = anchored.lastKey();
            if (lost > anchor.sequence()) {
                findings.add(new Finding(Finding.Kind.TAKEN_BACK, anchor.sequence() + 1, lost));
            }
            anchored.tailMap(anchor.sequence(), true).clear();
        }
        if (anchor.kind() == Kind.PRUNED) {
            announced.put(anchor.sequence(), anchor.hash());
        } else {
            anchored.put(anchor.sequence(), anchor.hash());
        }
    }

    /**
     * The cut behind which the entries begin; comes before the first of them. It is taken for what it says only when the
     * platform has signed it and has noted it among the anchors.
     */
    public void begin(Cut cut) {
        MacKey key = keys.get(cut.keyId());
        boolean signed = keys.isEmpty() || (key != null && cut.madeBy(key));
        boolean noted = !anchors || cut.hash().equals(announced.get(cut.sequence()));
        if (!signed || !noted) {
            add(new Finding(Finding.Kind.UNPROVEN_CUT, 1, cut.sequence()));
        }
        sequence = cut.sequence();
        hash = cut.hash();
        good = sequence;
        anchored.headMap(sequence, true).clear();
    }

    /** The next entry, in the order of sequences. */
    public void next(Link link) {
        if (link.sequence() <= sequence && seen == 0) {
            add(Finding.at(Finding.Kind.CHANGED, link.sequence()));
            return;
        }
        seen++;
        boolean follows = link.sequence() == sequence + 1;
        if (!follows) {
            add(new Finding(Finding.Kind.MISSING, sequence + 1, link.sequence() - 1));
        }
        boolean kept =
                !follows || Chain.hash(link.sequence(), hash, link.entry()).equals(link.hash());
        if (!kept) {
            add(Finding.at(Finding.Kind.CHANGED, link.sequence()));
        } else if (forged(link.entry())) {
            add(Finding.at(Finding.Kind.FORGED, link.sequence()));
        }
        String known = anchored.get(link.sequence());
        if (known != null) {
            if (!known.equals(link.hash())) {
                add(new Finding(Finding.Kind.REWRITTEN, good + 1, link.sequence()));
            }
            good = link.sequence();
        }
        sequence = link.sequence();
        hash = link.hash();
    }

    private boolean forged(Entry entry) {
        MacKey key = keys.get(entry.keyId());
        return !keys.isEmpty() && (key == null || !key.made(entry));
    }

    /** What is wrong, in the order in which it was met; empty when nothing is. */
    public List<Finding> end() {
        if (!anchored.isEmpty() && anchored.lastKey() > sequence) {
            add(new Finding(Finding.Kind.CUT, sequence + 1, anchored.lastKey()));
        }
        return List.copyOf(findings);
    }

    public long entries() {
        return seen;
    }

    private void add(Finding finding) {
        if (findings.size() < MOST) {
            findings.add(finding);
        }
    }
}
