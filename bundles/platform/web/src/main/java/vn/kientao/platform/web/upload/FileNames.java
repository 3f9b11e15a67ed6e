package vn.kientao.platform.web.upload;

import vn.kientao.platform.api.text.Folding;

/** Makes the name of a file harmless: a name, not a path, that reads as it is. */
public final class FileNames {
    private static final int LONGEST = 150;

    private FileNames() {}

    /** The last part of {@code sent} without characters that cannot be seen or that turn the reading direction. */
    public static String harmless(String sent) {
        String path = Folding.nfc(sent).replace('\\', '/');
        String name = path.substring(path.lastIndexOf('/') + 1)
                .replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Co}\\p{Cn}\\p{Cs}<>:\"|?*]", "")
                .replaceAll("[\\s\\p{Z}]+", " ")
                .replaceFirst("^[. ]+", "")
                .replaceFirst("[. ]+$", "");
        return name.length() <= LONGEST ? name : shortened(name);
    }

    private static String shortened(String name) {
        int dot = name.lastIndexOf('.');
        String ending = dot < 0 || name.length() - dot > 10 ? "" : name.substring(dot);
        return name.substring(0, LONGEST - ending.length()) + ending;
    }
}
