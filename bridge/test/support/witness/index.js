import { closeSync, openSync, writeSync } from "node:fs";
import { onInternalDiagnosticEvent } from "openclaw/plugin-sdk/diagnostic-runtime";
import { definePluginEntry } from "openclaw/plugin-sdk/plugin-entry";

/** A second listener beside the bridge, which shares no code with it: its file says what the gateway published. */
export default definePluginEntry({
  id: "diagnostics-witness",
  name: "Diagnostics Witness",
  description: "Writes every diagnostic event that it hears to a file.",
  register(api) {
    let stop = () => {};
    api.registerService({
      id: "diagnostics-witness",
      start() {
        const file = openSync(api.pluginConfig.file, "a");
        const unsubscribe = onInternalDiagnosticEvent(
          (event, { trusted, internal }) => writeSync(file, `${JSON.stringify({ event, metadata: { trusted, internal } })}\n`),
          { exclude: ["log.record"] },
        );
        stop = () => {
          unsubscribe();
          closeSync(file);
        };
      },
      stop: () => stop(),
    });
  },
});
