package ai.openclaw.diagnostics.cli;

import ai.openclaw.diagnostics.catalog.Profile;
import ai.openclaw.diagnostics.config.GatewayException;
import ai.openclaw.diagnostics.events.DiagnosticsChannel;
import ai.openclaw.diagnostics.events.EventDecoder;
import ai.openclaw.diagnostics.events.Rejections;
import ai.openclaw.diagnostics.http.exposition.Body;
import ai.openclaw.diagnostics.http.exposition.Encoding;
import ai.openclaw.diagnostics.http.exposition.Formats;
import ai.openclaw.diagnostics.logging.Logs;
import ai.openclaw.diagnostics.plugin.ExporterOptions;
import ai.openclaw.diagnostics.plugin.PrometheusExporter;
import ai.openclaw.diagnostics.replay.EventRecording;
import ai.openclaw.diagnostics.replay.IncompleteRecordingException;
import ai.openclaw.diagnostics.replay.MalformedLines;
import ai.openclaw.diagnostics.replay.ReplayPace;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import java.util.logging.Level;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Puts recorded events through an exporter that starts empty, and prints its exposition. */
@Command(
        name = "replay",
        description = {
            "Print the metrics that stand after a recorded stream of events.",
            "Standard output is the exposition and nothing else; what is wrong with the stream is said on standard error.",
            "A line of more than 1 MiB is malformed. Of a broken file what can be read is printed; the exit code is 1 then."
        })
final class DiagnosticsReplayCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "FILE",
            description = "NDJSON, one event a line; gzip is decompressed; - is standard input.")
    private String file = "";

    @Option(names = "--strict", description = "Exit with 1 if a line is not an event.")
    private boolean strict;

    @Option(
            names = "--events-per-second",
            paramLabel = "N",
            description = "Play at this pace instead of at full speed.")
    private Double eventsPerSecond;

    @Option(
            names = "--compatibility",
            paramLabel = "RELEASE",
            converter = ProfileName.class,
            defaultValue = "2026.5",
            description =
                    "The release of OpenClaw whose families and labels are printed: 2026.5, the default, or 2026.9.")
    private Profile compatibility = Profile.V2026_5;

    @Override
    public Integer call() throws InterruptedException {
        PrometheusExporter exporter =
                PrometheusExporter.create(ExporterOptions.defaults().withProfile(compatibility), Rejections.create());
        DiagnosticsChannel channel = DiagnosticsChannel.create();
        channel.subscribe(exporter.recorder());
        PrintWriter err = spec.commandLine().getErr();
        MalformedLines malformed = new MalformedLines(line -> Logs.tell(err, Level.WARNING, line));
        ReplayPace pace = eventsPerSecond == null ? ReplayPace.unlimited() : ReplayPace.of(eventsPerSecond);
        boolean complete = play(EventDecoder.create(exporter.rejections()), channel, pace, malformed);
        print(exporter);
        malformed.summarise();
        summariseRejections(exporter.rejections().total(), err);
        return complete && !(strict && malformed.count() > 0) ? 0 : GatewayException.FAILED;
    }

    private boolean play(EventDecoder decoder, DiagnosticsChannel channel, ReplayPace pace, MalformedLines malformed)
            throws InterruptedException {
        try {
            EventRecording.of(file).play(decoder, channel, pace, malformed);
            return true;
        } catch (IncompleteRecordingException e) {
            Logs.tell(spec.commandLine().getErr(), Level.SEVERE, e.getMessage() + ". What was read is printed.");
            return false;
        }
    }

    private static void print(PrometheusExporter exporter) {
        Body body = exporter.exposition().render(Formats.TEXT, Encoding.IDENTITY);
        for (int i = 0; i < body.parts(); i++) { // bytes, not characters: the exposition is what a scrape would get
            System.out.writeBytes(body.part(i));
        }
        System.out.flush();
    }

    private static void summariseRejections(long rejections, PrintWriter err) {
        if (rejections > 0) {
            Logs.tell(err, Level.WARNING, rejections + " fields could not be recorded; the rest of their events was.");
        }
    }
}
