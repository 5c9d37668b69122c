import { onInternalDiagnosticEvent } from "openclaw/plugin-sdk/diagnostic-runtime";
import { definePluginEntry } from "openclaw/plugin-sdk/plugin-entry";
import { createService, ID } from "./lib/service.js";

export default definePluginEntry({
  id: ID,
  name: "Diagnostics Bridge",
  description: "Sends diagnostic events, without content or identifiers, to a diagnostics receiver.",
  register(api) {
    api.registerService(createService({ subscribe: onInternalDiagnosticEvent, config: api.pluginConfig }));
  },
});
