package ai.openclaw.diagnostics.files;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;

/**
 * Who a file belongs to and who may read it, so that a file that replaces another one is as accessible as that was, also
 * when an administrator replaces the file of a service's user. Does nothing where files have no such owners.
 *
 * @param uid the user's number
 * @param gid the group's number
 * @param mode the permission bits
 */
public record FileOwner(int uid, int gid, int mode) {

    private static final int PERMISSIONS = 0777;
    private static final int OTHERS = 07;
    private static final int OWNER_ONLY = 0600;
    private static final FileOwner UNKNOWN = new FileOwner(-1, -1, OWNER_ONLY);

    /**
     * Returns what a file must get that replaces this one: the same owner and group, and the same mode unless that lets
     * every user in. A file that is new belongs to the owner of its folder and is for that user alone.
     *
     * @throws IOException if the owner cannot be read
     */
    public static FileOwner forReplacing(Path file) throws IOException {
        try {
            FileOwner old = of(file);
            boolean open = (old.mode & OTHERS) != 0;
            return new FileOwner(old.uid, old.gid, open ? OWNER_ONLY : old.mode);
        } catch (NoSuchFileException e) {
            return inFolder(FilePaths.folder(file));
        }
    }

    private static FileOwner inFolder(Path folder) throws IOException {
        FileOwner owner = of(folder);
        return new FileOwner(owner.uid, owner.gid, OWNER_ONLY);
    }

    private static FileOwner of(Path file) throws IOException {
        if (!isSupported(file)) {
            return UNKNOWN;
        }
        Map<String, Object> attributes = Files.readAttributes(file, "unix:uid,gid,mode", LinkOption.NOFOLLOW_LINKS);
        return new FileOwner(
                number(attributes, "uid"), number(attributes, "gid"), number(attributes, "mode") & PERMISSIONS);
    }

    private static int number(Map<String, Object> attributes, String name) {
        return (Integer) Objects.requireNonNull(attributes.get(name), name);
    }

    /**
     * Gives a file that this process has just made to this owner.
     *
     * @throws IOException if the file would replace one that belongs to another user, and this process may not give it to
     *     that user
     */
    void takeOver(Path made, boolean replaces) throws IOException {
        FileOwner own = of(made);
        if (uid >= 0 && (own.uid != uid || replaces && own.gid != gid)) {
            give(made, replaces);
        }
        if (own.mode != mode) {
            Files.setAttribute(made, "unix:mode", mode);
        }
    }

    private void give(Path made, boolean replaces) throws IOException {
        try {
            Files.setAttribute(made, "unix:gid", gid);
            Files.setAttribute(made, "unix:uid", uid);
        } catch (FileSystemException e) {
            if (replaces) {
                throw new FileSystemException(
                        made.toString(),
                        null,
                        "it belongs to user " + uid + ", group " + gid + "; run the command as that user");
            } // a new file in a folder of another user, such as /tmp, stays with the user who made it
        }
    }

    /** Gives a folder that this process has just made to the owner of the folder above. */
    static void takeOverFolder(Path made) throws IOException {
        FileOwner above = of(FilePaths.folder(made));
        new FileOwner(above.uid, above.gid, of(made).mode).takeOver(made, false);
    }

    private static boolean isSupported(Path file) {
        return file.getFileSystem().supportedFileAttributeViews().contains("unix");
    }
}
