package vn.kientao.platform.audit.app;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import vn.kientao.platform.api.security.AuditControl.Report;
import vn.kientao.platform.api.text.LocalText;
import vn.kientao.platform.audit.chain.Anchor;
import vn.kientao.platform.audit.chain.AnchorFile;
import vn.kientao.platform.audit.chain.AnchorFile.BrokenAnchorException;
import vn.kientao.platform.audit.chain.Cut;
import vn.kientao.platform.audit.chain.Link;
import vn.kientao.platform.audit.chain.MacKey;
import vn.kientao.platform.audit.verify.Finding;
import vn.kientao.platform.audit.verify.Verifier;

/** Verifies the trail from within the platform, with the anchors of every folder. */
final class Check implements Walk.Walker<RuntimeException> {
    private final List<Verifier> verifiers = new ArrayList<>();
    private final Set<Finding> findings = new LinkedHashSet<>();
    private int anchors;

    /** @param files of anchors, read here and now */
    Check(List<AnchorFile> files, MacKey key) {
        for (AnchorFile file : files) {
            List<Anchor> noted = read(file);
            anchors += noted.size();
            verifiers.add(new Verifier(noted, List.of(key)));
        }
    }

    private List<Anchor> read(AnchorFile file) {
        try {
            return file.read();
        } catch (BrokenAnchorException e) {
            findings.add(new Finding(Finding.Kind.ANCHORS, e.line(), e.line()));
            return List.of();
        }
    }

    @Override
    public void cut(Cut cut) {
        verifiers.forEach(each -> each.begin(cut));
    }

    @Override
    public void link(Link link) {
        verifiers.forEach(each -> each.next(link));
    }

    Report end() {
        verifiers.forEach(each -> findings.addAll(each.end()));
        List<LocalText> sentences = findings.stream()
                .map(one -> new LocalText(one.vietnamese(), one.english()))
                .toList();
        long entries = verifiers.isEmpty() ? 0 : verifiers.get(0).entries();
        return new Report(entries, anchors, sentences);
    }
}
