package ai.openclaw.diagnostics.http.exposition;

import static java.nio.charset.StandardCharsets.UTF_8;

import ai.openclaw.diagnostics.catalog.Family;
import ai.openclaw.diagnostics.catalog.FamilyType;

/** The bytes of a family that never change: its two comment lines and the end of each bucket's label set. */
final class PreparedFamily {

    final byte[] header;

    /** For each bucket {@code le="0.005"} } up to the space before the value; empty for other types. */
    final byte[][] bucketTails;

    PreparedFamily(Family family) {
        String name = family.name();
        header = ("# HELP " + name + " " + escapedHelp(family.help()) + "\n# TYPE " + name + " "
                        + family.type().text() + "\n")
                .getBytes(UTF_8);
        bucketTails = family.type() == FamilyType.HISTOGRAM ? bucketTails(family) : new byte[0][];
    }

    private static byte[][] bucketTails(Family family) {
        String comma = family.labels().isEmpty() ? "" : ",";
        int finite = family.buckets().size();
        byte[][] tails = new byte[finite + 1][];
        for (int i = 0; i <= finite; i++) {
            String bound = i < finite ? family.buckets().texts().get(i) : "+Inf";
            tails[i] = (comma + "le=\"" + bound + "\"} ").getBytes(UTF_8);
        }
        return tails;
    }

    private static String escapedHelp(String help) {
        return help.replace("\\", "\\\\").replace("\n", "\\n");
    }
}
