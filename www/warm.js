/**
 * A browser translates code when it is first used, the engine's as the page's. So both are used on samples while nobody
 * waits: the first text finds them ready. Nothing of it is kept or shown.
 */
import { counted, ranked } from "./asked.js";
import { bars } from "./charts/bars.js";
import { matrix } from "./charts/matrix.js";
import { network } from "./charts/network.js";
import { rested } from "./rested.js";
import { textOfSample } from "./samples.js";
import { state } from "./state.js";

/** How often the first sample is read: what was used some times is translated well, once and not. */
const TIMES = 3;

/**
 * @param {import("comention").Comention} comention
 * @param {() => boolean} wanted Whether there is still nothing to do: asked between any two steps, of which none takes long.
 */
export async function warm(comention, wanted) {
  import("./charts/drag.js").catch(() => {});
  const corpus = await comention.corpus();
  const { settings } = state;
  const how = ranked(settings, 1);
  const looks = { width: 900, height: 0, selection: [], measure: how.measure, label: "" };
  const text = await textOfSample("one");
  /** @type {import("comention").Report} */ let report;
  const use = [
    () => corpus.add(text),
    async () => { report = await corpus.report({ ...counted(settings), ...how, limit: settings.limit, nodes: 300, kinds: settings.kinds.split(",") }); },
    () => corpus.communities(),
    () => corpus.mentions(),
    () => corpus.triads(),
    () => matrix(report, { ...looks, pairs: report.pairs }),
    () => bars(report, looks),
    () => network(report.network, looks),
  ];
  for (const step of Array(TIMES).fill(use).flat()) {
    await rested();
    if (!wanted()) break;
    await step();
  }
  await corpus.close();
}
