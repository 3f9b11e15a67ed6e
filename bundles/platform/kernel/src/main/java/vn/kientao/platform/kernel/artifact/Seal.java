package vn.kientao.platform.kernel.artifact;

import java.nio.file.Path;
import vn.kientao.platform.api.module.ModuleManifest;
import vn.kientao.platform.kernel.signature.Kept;
import vn.kientao.platform.kernel.signature.Verdict;

/** Decides whether a jar that reads well also comes from somebody we trust. */
public interface Seal {

    /**
     * Looks at a jar that has arrived.
     *
     * @throws vn.kientao.platform.api.module.ReleaseRefusedException when it may not come in
     */
    Verdict check(Path jar, String sha256, ModuleManifest manifest);

    /**
     * Looks again at a jar that was taken before.
     *
     * @throws vn.kientao.platform.api.module.ReleaseRefusedException when it may not run any more
     */
    Verdict recheck(Path jar, String sha256, Kept kept);
}
