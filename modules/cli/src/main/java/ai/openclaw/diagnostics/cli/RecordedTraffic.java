package ai.openclaw.diagnostics.cli;

import ai.openclaw.diagnostics.config.GatewayException;
import ai.openclaw.diagnostics.events.DiagnosticsChannel;
import ai.openclaw.diagnostics.events.EventDecoder;
import ai.openclaw.diagnostics.replay.EventRecording;
import ai.openclaw.diagnostics.replay.IncompleteRecordingException;
import ai.openclaw.diagnostics.replay.MalformedLines;
import ai.openclaw.diagnostics.replay.ReplayPace;

/** Plays a recording into a running Gateway on a separate thread. */
final class RecordedTraffic implements TrafficSource {

    private static final System.Logger LOG = System.getLogger(RecordedTraffic.class.getName());

    private final String file;
    private final boolean loop;
    private final ReplayPace pace;
    private final Thread thread = new Thread(this::play, "replay");
    private volatile DiagnosticsChannel channel = DiagnosticsChannel.disabled();

    RecordedTraffic(String file, boolean loop, ReplayPace pace) {
        this.file = file;
        this.loop = loop;
        this.pace = pace;
        thread.setDaemon(true);
    }

    @Override
    public void start(DiagnosticsChannel gatewayChannel) {
        channel = gatewayChannel;
        thread.start();
    }

    @Override
    public String description() {
        return "recording " + file + (loop ? ", again and again" : "");
    }

    @Override
    public void close() {
        thread.interrupt();
    }

    private void play() {
        EventDecoder decoder = EventDecoder.create(channel.rejections());
        MalformedLines malformed = new MalformedLines(line -> LOG.log(System.Logger.Level.WARNING, line));
        try {
            do {
                EventRecording.of(file).play(decoder, channel, pace, malformed);
            } while (loop && !Thread.currentThread().isInterrupted());
            malformed.summarise();
        } catch (GatewayException | IncompleteRecordingException e) {
            LOG.log(System.Logger.Level.ERROR, e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // closed
        }
    }
}
