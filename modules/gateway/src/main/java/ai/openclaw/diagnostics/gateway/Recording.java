package ai.openclaw.diagnostics.gateway;

import ai.openclaw.diagnostics.events.DiagnosticsChannel;
import ai.openclaw.diagnostics.events.EventDecoder;
import ai.openclaw.diagnostics.events.Publication;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.zip.GZIPInputStream;

/** Recorded events, one JSON object a line, played into a channel. */
final class Recording {

    private static final String STANDARD_INPUT = "-";

    private final String name;

    private Recording(String name) {
        this.name = name;
    }

    /** Returns the recording of this file name: {@code -} is standard input, {@code .gz} is decompressed. */
    static Recording of(String name) {
        return new Recording(name);
    }

    /**
     * Publishes every event and returns when the last one is recorded.
     *
     * @param pace waits where the player should not go at full speed
     * @param malformed takes the number of each line that is not an event, from 1
     * @throws GatewayException if the file cannot be read
     */
    void play(EventDecoder decoder, DiagnosticsChannel channel, Pace pace, LongConsumer malformed)
            throws InterruptedException {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(open(), StandardCharsets.UTF_8))) {
            long number = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                if (!line.isBlank()) {
                    pace.await();
                    play(line, number, decoder, channel, malformed);
                }
            }
        } catch (IOException e) {
            throw GatewayException.unusable("The recording " + name + " cannot be read: " + reason(e));
        }
    }

    private static void play(
            String line, long number, EventDecoder decoder, DiagnosticsChannel channel, LongConsumer malformed) {
        Optional<Publication> publication = decoder.decode(line);
        if (publication.isPresent()) {
            channel.publish(publication.get().event(), publication.get().provenance());
        } else {
            malformed.accept(number);
        }
    }

    private InputStream open() throws IOException {
        if (name.equals(STANDARD_INPUT)) {
            return System.in;
        }
        InputStream file = Files.newInputStream(Path.of(name));
        try {
            return name.endsWith(".gz") ? new GZIPInputStream(file) : file;
        } catch (IOException e) {
            file.close();
            throw e;
        }
    }

    private static String reason(IOException e) {
        return switch (e.getClass().getSimpleName()) {
            case "NoSuchFileException" -> "there is no such file";
            case "AccessDeniedException" -> "no permission to read it";
            case "ZipException", "EOFException" -> "it is not complete gzip data";
            default -> String.valueOf(e.getMessage());
        };
    }
}
