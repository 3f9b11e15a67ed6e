package vn.kientao.reform.procedures.web.attachment;

import java.util.List;
import vn.kientao.platform.api.web.Page;
import vn.kientao.reform.procedures.domain.attachment.IntakeScan;

/**
 * A scan of a half-filled intake form on screen.
 *
 * @param address of the scan
 * @param pictures addresses of what can be seen of it; empty when it can only be saved
 * @param pages how many pages there are in all
 */
public record IntakeScanModel(Page page, IntakeScan scan, String address, List<String> pictures, int pages) {
    public IntakeScanModel {
        pictures = List.copyOf(pictures);
    }
}
