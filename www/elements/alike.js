/** Names that may be one: asked for once there is nothing else to do, so that it can be said where nobody looks for them. */
import { counted } from "../asked.js";
import { rested } from "../rested.js";
import { set, state, watch } from "../state.js";

/** So many at most. */
const MOST = 100;

/** Those that nobody said no to. @param {import("comention").Suggestion[]} all */
export const open = (all) => all.filter((s) => !state.apart.some((two) => two.includes(s.entity.id) && two.includes(s.into.id)));

/** Says of two that they are not one. @param {import("comention").Suggestion} s */
export const part = (s) => set({ apart: [...state.apart, [s.entity.id, s.into.id]] });

/** @param {import("comention").Corpus} corpus */
export const alike = async (corpus) => corpus.suggestions({ ...counted(state.settings), limit: MOST + state.apart.length });

/**
 * The rules that join all of which no article names both: each name goes to where the one that takes it in goes itself.
 * @param {import("comention").Suggestion[]} all
 * @returns {import("comention").Rule[]}
 */
export function joined(all) {
  const into = new Map();
  const end = (id) => { while (into.has(id)) id = into.get(id); return id; };
  for (const s of clear(all)) {
    const to = end(s.into.id);
    // What goes somewhere already goes there with all that goes to it.
    const from = end(s.entity.id);
    if (from !== to) into.set(from, to);
  }
  return [...into.keys()].map((id) => ({ entity: id, into: end(id) }));
}

/** Initials stand beside what they are for; that anything else is named beside its like speaks against it. @param {import("comention").Suggestion[]} all */
const clear = (all) => all.filter((s) => s.together === 0 || s.reason === "acronym");

/** Those of the report at hand. @type {import("comention").Suggestion[]} */
let found = [];

function tell() {
  const alike = open(found).length;
  if (alike !== state.alike) set({ alike });
}

watch(async (change) => {
  if (change.apart) tell();
  if (!change.report) return;
  await rested();
  const { corpus, report } = state;
  if (!corpus || report !== change.report) return;
  // A corpus that was closed meanwhile has a successor.
  const now = await alike(corpus).catch(() => []);
  if (state.report !== report) return;
  found = now;
  tell();
});
